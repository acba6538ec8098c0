import type { Datepicker, DateTimepicker, Timepicker } from '@slack/types';
import { h, type Wanted } from '../dom.ts';
import { fromLocalField, toLocalField } from '../time.ts';
import type { ElementState } from './element-state.ts';
import { type Spot, setState, spotId, stateOf } from './surface.ts';

type DateElement = Datepicker | Timepicker | DateTimepicker;

/** Days, times and both together, in office time. */
export function dateField(spot: Spot<DateElement>): Wanted {
  const type = { datepicker: 'date', timepicker: 'time', datetimepicker: 'datetime-local' }[spot.element.type];
  return h('input', {
    id: spotId(spot),
    class: 'field date',
    type,
    value: shown(stateOf(spot)),
    'aria-labelledby': spot.labelledBy,
    'aria-label': spot.labelledBy ? undefined : 'placeholder' in spot.element ? spot.element.placeholder?.text : type,
    'aria-describedby': spot.describedBy,
    'aria-invalid': spot.surface.errors[spot.blockId] ? true : undefined,
    onchange: (event: Event) => setState(spot, chosen(spot.element, (event.currentTarget as HTMLInputElement).value)),
  });
}

function shown(state: ElementState): string {
  if (state.type === 'datetimepicker') {
    return state.selected_date_time == null ? '' : toLocalField(Number(state.selected_date_time));
  }
  return String((state.type === 'datepicker' ? state.selected_date : state.selected_time) ?? '');
}

function chosen({ type }: DateElement, value: string): ElementState {
  if (type === 'datetimepicker') return { type, selected_date_time: fromLocalField(value) };
  return { type, [type === 'datepicker' ? 'selected_date' : 'selected_time']: value === '' ? null : value };
}

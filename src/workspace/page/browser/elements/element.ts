import { h, type Wanted } from '../dom.ts';
import { words } from '../state.ts';
import { button, overflow, workflowButton } from './buttons.ts';
import { choiceField } from './choices.ts';
import { dateField } from './dates.ts';
import type { AnyElement } from './element-state.ts';
import { fileField } from './files.ts';
import type { SelectElement } from './options.ts';
import { selectField } from './select.ts';
import type { Spot } from './surface.ts';
import { textField } from './text.ts';

/** Any element that a person can use. What is not known is shown as a labelled box, never lost. */
export function elementAt(spot: Spot): Wanted {
  const { element } = spot;
  switch (element.type) {
    case 'button':
      return button({ ...spot, element });
    case 'workflow_button':
      return workflowButton({ ...spot, element });
    case 'overflow':
      return overflow({ ...spot, element });
    case 'plain_text_input':
    case 'number_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'rich_text_input':
      return textField({ ...spot, element });
    case 'datepicker':
    case 'timepicker':
    case 'datetimepicker':
      return dateField({ ...spot, element });
    case 'checkboxes':
    case 'radio_buttons':
      return choiceField({ ...spot, element });
    case 'file_input':
      return fileField({ ...spot, element });
    case 'image':
      return unknownBox(element.type);
    default:
      return isSelect(element) ? selectField({ ...spot, element }) : unknownBox((element as AnyElement).type);
  }
}

const isSelect = (element: AnyElement): element is SelectElement => element.type.endsWith('_select');

/** What stands in place of something that the page does not know. */
export function unknownBox(type: string, content?: unknown): Wanted {
  return h(
    'div',
    { class: 'unknown' },
    h('strong', null, words().unknownPart(type)),
    content !== undefined && h('pre', null, JSON.stringify(content, null, 2)),
  );
}

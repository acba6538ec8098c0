import type { ActionsBlockElement, InputBlockElement, KnownBlock, SectionBlockAccessory, View } from '@slack/types';

/** What was typed or chosen in one element, as Slack writes it in `actions` and in `view.state.values`. */
export type ElementState = { type: string } & Record<string, unknown>;
export type AnyElement = ActionsBlockElement | InputBlockElement | SectionBlockAccessory;
export type Values = Record<string, Record<string, ElementState>>;

/** The state of an element that nobody has touched; null where an element holds none. */
export function initialState(element: AnyElement): ElementState | null {
  const { type } = element;
  switch (element.type) {
    case 'plain_text_input':
    case 'number_input':
    case 'email_text_input':
    case 'url_text_input':
      return { type, value: element.initial_value ?? null };
    case 'rich_text_input':
      return { type, rich_text_value: element.initial_value ?? null };
    case 'datepicker':
      return { type, selected_date: element.initial_date ?? null };
    case 'timepicker':
      return { type, selected_time: element.initial_time ?? null };
    case 'datetimepicker':
      return { type, selected_date_time: element.initial_date_time ?? null };
    case 'static_select':
    case 'external_select':
    case 'radio_buttons':
      return { type, selected_option: element.initial_option ?? null };
    case 'multi_static_select':
    case 'multi_external_select':
    case 'checkboxes':
      return { type, selected_options: element.initial_options ?? [] };
    case 'users_select':
      return { type, selected_user: element.initial_user ?? null };
    case 'multi_users_select':
      return { type, selected_users: element.initial_users ?? [] };
    case 'conversations_select':
      return { type, selected_conversation: element.initial_conversation ?? null };
    case 'multi_conversations_select':
      return { type, selected_conversations: element.initial_conversations ?? [] };
    case 'channels_select':
      return { type, selected_channel: element.initial_channel ?? null };
    case 'multi_channels_select':
      return { type, selected_channels: element.initial_channels ?? [] };
    default:
      return null;
  }
}

interface Field {
  blockId: string;
  element: AnyElement;
}

/** The elements of a form that hold a state, with their blocks. */
export function fieldsOf(view: View): Field[] {
  return (view.blocks as KnownBlock[]).flatMap((block): Field[] => {
    const blockId = block.block_id ?? '';
    if (block.type === 'input') return [{ blockId, element: block.element }];
    if (block.type === 'actions') return block.elements.map((element) => ({ blockId, element }));
    if (block.type === 'section' && block.accessory) return [{ blockId, element: block.accessory }];
    return [];
  });
}

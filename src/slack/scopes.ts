// Which scope of the bot's token each method, event and element needs, as Slack's reference has it. Only those that the bot may
// use; a test holds manifest.yml against them.

/** `null`: none. `apps.connections.open` needs `connections:write` of the app's own token, which no manifest gives. */
export const SCOPE_OF_METHOD: Readonly<Record<string, string | readonly string[] | null>> = {
  'agents.sessions.rename': 'assistant:write',
  'agents.sessions.setStatus': 'assistant:write',
  'apps.connections.open': null,
  'assistant.threads.setStatus': 'assistant:write',
  'assistant.threads.setSuggestedPrompts': 'assistant:write',
  'assistant.threads.setTitle': 'assistant:write',
  'auth.test': null,
  'blocks.validate': null,
  'chat.delete': 'chat:write',
  'chat.postEphemeral': 'chat:write',
  'chat.postMessage': 'chat:write',
  'chat.update': 'chat:write',
  // A scope a kind of conversation.
  'conversations.history': ['channels:history', 'groups:history', 'im:history'],
  'conversations.info': ['channels:read', 'groups:read'],
  'conversations.list': 'channels:read',
  'conversations.open': 'im:write',
  'files.completeUploadExternal': 'files:write',
  'files.getUploadURLExternal': 'files:write',
  'team.info': 'team:read',
  'users.info': 'users:read',
  'users.list': 'users:read',
  'users.lookupByEmail': 'users:read.email',
  'views.open': null,
  'views.publish': null,
  'views.push': null,
  'views.update': null,
};

export const SCOPE_OF_EVENT: Readonly<Record<string, string | null>> = {
  agent_session_stopped: 'assistant:write',
  agent_session_title_changed: 'assistant:write',
  app_context_changed: 'assistant:write',
  app_home_opened: null,
  app_mention: 'app_mentions:read',
  'message.channels': 'channels:history',
  'message.groups': 'groups:history',
  'message.im': 'im:history',
  user_change: 'users:read',
};

/** Elements of forms that need a scope of their own. */
export const SCOPE_OF_ELEMENT: Readonly<Record<string, string>> = {
  file_input: 'files:read',
};

import { z } from 'zod';
import { BOT, TEAM } from '../cast.ts';
import { Refusal } from '../refusal.ts';
import { SocketDelivery } from '../socket-delivery.ts';
import { method } from './method.ts';

const Nothing = z.object({});

export const session = [
  method('api.test', [], z.record(z.string(), z.unknown()), (_workspace, args) => ({ args }), 'any'),
  method('auth.test', [], Nothing, (workspace) => ({
    url: `${workspace.origin}/`,
    team: TEAM.name,
    user: 'tonarimachi',
    team_id: TEAM.id,
    user_id: BOT.userId,
    bot_id: BOT.botId,
    is_enterprise_install: false,
  })),
  method('team.info', ['team:read'], Nothing, () => ({ team: { id: TEAM.id, name: TEAM.name, domain: TEAM.domain } })),
  method(
    'apps.connections.open',
    [],
    Nothing,
    (workspace) => {
      const { delivery } = workspace.postman;
      if (!(delivery instanceof SocketDelivery)) throw new Refusal('socket_mode_disabled');
      return { url: workspace.origin.replace('http', 'ws') + delivery.ticket() };
    },
    'app',
  ),
];

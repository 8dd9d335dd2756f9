/** The kinds of agent, in the order in which people meet them. The only registry. */
import type { AgentKind } from '../transfer/agent.ts'
import { backup } from './backup/agent.ts'
import { blocklist } from './blocklist/agent.ts'
import { bot } from './bot/agent.ts'
import { forwarder } from './forwarder/agent.ts'
import { list } from './list/agent.ts'
import { mua } from './mua/agent.ts'
import { mx } from './mx/agent.ts'
import { device, nameServer } from './passive/agent.ts'
import { submission } from './submission/agent.ts'

export const AGENT_KINDS: readonly AgentKind[] = [
  mua,
  submission,
  mx,
  backup,
  device,
  nameServer,
  bot,
  forwarder,
  list,
  blocklist,
]

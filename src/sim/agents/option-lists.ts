/**
 * The options of each kind of agent, without the agents: a page that shows forms and reads links
 * needs these few lines, and not the code that acts. `test/registry` ties the two lists.
 */
import type { OptionSpec } from '../policy/options.ts'
import { BACKUP_OPTIONS } from './backup/options.ts'
import { BLOCKLIST_OPTIONS } from './blocklist/options.ts'
import { BOT_OPTIONS } from './bot/options.ts'
import { FORWARDER_OPTIONS } from './forwarder/options.ts'
import { LIST_OPTIONS } from './list/options.ts'
import { MUA_OPTIONS } from './mua/options.ts'
import { MX_OPTIONS } from './mx/options.ts'
import { SUBMISSION_OPTIONS } from './submission/options.ts'

export const OPTIONS_OF_KIND: Readonly<Record<string, readonly OptionSpec[]>> = {
  mua: MUA_OPTIONS,
  submission: SUBMISSION_OPTIONS,
  mx: MX_OPTIONS,
  backup: BACKUP_OPTIONS,
  bot: BOT_OPTIONS,
  forwarder: FORWARDER_OPTIONS,
  list: LIST_OPTIONS,
  blocklist: BLOCKLIST_OPTIONS,
}

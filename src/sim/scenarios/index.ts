/**
 * The built-in scenarios, in the order in which they are offered. The first one opens the page.
 *
 * A scenario is fetched when it is opened: its words are most of it, and a page that shows one of
 * them need not carry the others. Where all of them are needed, in Node, `all.ts` has them.
 */
import type { ScenarioFile, ScenarioTitle } from './scenario.ts'
import { scenario as theLidCloses } from './the-lid-closes/scenario.ts'
import { TITLE as MEANS_MINE } from './250-means-mine/title.ts'
import { TITLE as A_DAY_AT_THE_MX } from './a-day-at-the-mx/title.ts'
import { TITLE as A_SERVER_AT_HOME } from './a-server-at-home/title.ts'
import { TITLE as BACKUP_MX } from './backup-mx/title.ts'
import { TITLE as COLD_START } from './cold-start/title.ts'
import { TITLE as DIAL_UP_ERA } from './dial-up-era/title.ts'
import { TITLE as HOME_THEN_CAFE } from './home-then-cafe/title.ts'
import { TITLE as MYSTERY_MX } from './mystery-mx/title.ts'
import { TITLE as ONE_BAD_ROOM_MATE } from './one-bad-room-mate/title.ts'
import { TITLE as ONE_UPLOAD_OR_TWENTY } from './one-upload-or-twenty/title.ts'
import { TITLE as OPEN_HOUSE } from './open-house/title.ts'
import { TITLE as PORT_25_IS_CLOSED } from './port-25-is-closed/title.ts'
import { TITLE as REJECT_OR_BOUNCE } from './reject-or-bounce/title.ts'
import { TITLE as RETRY_STORM } from './retry-storm/title.ts'
import { TITLE as REVERSE_LOOKUP } from './reverse-lookup/title.ts'
import { TITLE as SAME_LETTER } from './same-letter-different-street/title.ts'
import { TITLE as SIX_DAYS_OF_SILENCE } from './six-days-of-silence/title.ts'
import { TITLE as SIX_HOURS_OF_SILENCE } from './six-hours-of-silence/title.ts'
import { TITLE as SPAMMERS_LEARN_TO_WAIT } from './spammers-learn-to-wait/title.ts'
import { TITLE as THE_LID_CLOSES } from './the-lid-closes/title.ts'
import { TITLE as TRY_AGAIN_LATER } from './try-again-later/title.ts'
import { TITLE as TWO_ROADS } from './two-roads/title.ts'
import { TITLE as WHO_SAYS_IT_IS_ALICE } from './who-says-it-is-alice/title.ts'
import { TITLE as WHY_FIVE_BECAME_TWENTY } from './why-five-became-twenty/title.ts'
import { TITLE as WRONG_ADDRESS } from './wrong-address/title.ts'

/** Under which heading a scenario is offered. */
export type ScenarioGroup = 'first-steps' | 'senders' | 'receivers' | 'servers'

export interface ScenarioEntry extends ScenarioTitle {
  readonly group: ScenarioGroup
  readonly load: () => Promise<ScenarioFile>
}

/** The scenario that opens the page; it is here from the start. */
export const OPENING: ScenarioFile = theLidCloses

/** The module of a scenario. */
type Fetch = () => Promise<{ readonly scenario: ScenarioFile }>

const inGroup =
  (group: ScenarioGroup) =>
  (title: ScenarioTitle, fetch: Fetch): ScenarioEntry => ({
    ...title,
    group,
    load: async () => (await fetch()).scenario,
  })

const first = inGroup('first-steps')
const senders = inGroup('senders')
const receivers = inGroup('receivers')
const servers = inGroup('servers')

export const CATALOGUE: readonly ScenarioEntry[] = [
  first(THE_LID_CLOSES, async () => ({ scenario: OPENING })),
  first(TWO_ROADS, () => import('./two-roads/scenario.ts')),
  first(TRY_AGAIN_LATER, () => import('./try-again-later/scenario.ts')),
  senders(SIX_HOURS_OF_SILENCE, () => import('./six-hours-of-silence/scenario.ts')),
  senders(SIX_DAYS_OF_SILENCE, () => import('./six-days-of-silence/scenario.ts')),
  senders(WHY_FIVE_BECAME_TWENTY, () => import('./why-five-became-twenty/scenario.ts')),
  senders(ONE_UPLOAD_OR_TWENTY, () => import('./one-upload-or-twenty/scenario.ts')),
  senders(DIAL_UP_ERA, () => import('./dial-up-era/scenario.ts')),
  receivers(PORT_25_IS_CLOSED, () => import('./port-25-is-closed/scenario.ts')),
  receivers(SAME_LETTER, () => import('./same-letter-different-street/scenario.ts')),
  receivers(REVERSE_LOOKUP, () => import('./reverse-lookup/scenario.ts')),
  receivers(HOME_THEN_CAFE, () => import('./home-then-cafe/scenario.ts')),
  receivers(A_SERVER_AT_HOME, () => import('./a-server-at-home/scenario.ts')),
  receivers(COLD_START, () => import('./cold-start/scenario.ts')),
  receivers(SPAMMERS_LEARN_TO_WAIT, () => import('./spammers-learn-to-wait/scenario.ts')),
  receivers(WHO_SAYS_IT_IS_ALICE, () => import('./who-says-it-is-alice/scenario.ts')),
  receivers(A_DAY_AT_THE_MX, () => import('./a-day-at-the-mx/scenario.ts')),
  receivers(REJECT_OR_BOUNCE, () => import('./reject-or-bounce/scenario.ts')),
  receivers(OPEN_HOUSE, () => import('./open-house/scenario.ts')),
  receivers(ONE_BAD_ROOM_MATE, () => import('./one-bad-room-mate/scenario.ts')),
  servers(WRONG_ADDRESS, () => import('./wrong-address/scenario.ts')),
  servers(BACKUP_MX, () => import('./backup-mx/scenario.ts')),
  servers(RETRY_STORM, () => import('./retry-storm/scenario.ts')),
  servers(MEANS_MINE, () => import('./250-means-mine/scenario.ts')),
  servers(MYSTERY_MX, () => import('./mystery-mx/scenario.ts')),
]

/** What the summary says. The reasons themselves stand in `sim/scenarios/reasons.ts`. */
import { words } from '../../sim/scenarios/words.ts'

export const SUMMARY_WORDS = {
  link: 'Summary',
  back: 'Back to the laboratory',
  print: 'Print',
  stop: 'Stop',
  goOn: 'Go on',
  again: 'Try again',
  question: words(
    'Why does a letter need a post office?',
    'Why is an intermediate SMTP server needed?',
    'Why is an intermediate SMTP server needed?',
  ),
  lead: words(
    'Alice could bring her letters to Bob’s door herself. Here is each reason why she had better not, ' +
      'with a story that shows it, and what came of it on both roads.',
    'A mail program could deliver to the MX by itself. Each reason against it stands here with the ' +
      'scenarios that show it, and with what came of them on both roads.',
    'An MUA could act as the SMTP client of the recipient’s MX. Each reason for a submission server, ' +
      'with its scenarios and the outcome on both routes.',
  ),
  about: words(
    'Nothing here has been written down beforehand: each story was played on this page just now, once, ' +
      'with its own luck.',
    'No number here is written down: each scenario was run on this page just now, once, under its own ' +
      'seed and settings.',
    'All values are computed: one run per scenario, with the seed and settings of its file.',
  ),
  columns: {
    scenario: words('Story', 'Scenario', 'Scenario'),
    reading: words('What to look at', 'Reading', 'Reading'),
    checks: words('As promised?', 'Checks', 'Checks'),
  },
  caption: words(
    'The reasons, their stories, and what came of them',
    'Reasons, scenarios and results',
    'Reasons, scenarios and results',
  ),
  none: words(
    'There is no story of it yet.',
    'No scenario shows it yet.',
    'No scenario shows it yet.',
  ),
  nothing: '–',
  nothingRead: 'nothing',
  waiting: 'not computed yet',
  doing: 'being computed…',
  noLetter: 'no letter',
  checks: (hold: number, of: number): string =>
    hold === of ? `all ${of} hold` : `${hold} of ${of} hold`,
  fetching: 'The scenarios are being fetched…',
  progress: (done: number, all: number): string => `${done} of ${all} scenarios computed`,
  ready: (all: number): string => `All ${all} scenarios are computed.`,
  stopped: (done: number, all: number): string => `Stopped: ${done} of ${all} scenarios computed.`,
  away: (n: number): string =>
    `${n === 1 ? '1 scenario' : `${n} scenarios`} could not be fetched. Is the network there?`,
  problem: 'The computation has stopped. What it said last:',
} as const

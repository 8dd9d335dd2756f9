/** The table: a group of rows for each reason, a row for each scenario, a column for each road. */
import type { RoadResult, ShownOutcome, SummaryRow } from '../../lab/summary.ts'
import { REASONS, type Reason } from '../../sim/scenarios/reasons.ts'
import type { Level, ScenarioFile } from '../../sim/scenarios/scenario.ts'
import { shownWords } from '../../sim/scenarios/shown-readings.ts'
import { Icon, type IconName } from '../controls/Icon.tsx'
import { writeLink } from '../state/link.ts'
import { useLab } from '../state/store.ts'
import { useSummary } from '../state/summary.ts'
import { OUTCOMES, WORLD_NAMES } from '../words/page.ts'
import { worldName } from '../words/world-name.ts'
import { SUMMARY_WORDS } from './words.ts'
import styles from './summary.module.css'

const ROADS = ['direct', 'relayed'] as const
type Road = (typeof ROADS)[number]

/** The heads of the columns, which a narrow screen repeats in front of each cell. */
function heads(level: Level): Readonly<Record<'scenario' | 'reading' | 'checks' | Road, string>> {
  const { scenario, reading, checks } = SUMMARY_WORDS.columns
  const road = (id: Road): string => WORLD_NAMES[id]?.[level] ?? id
  return {
    scenario: scenario[level],
    reading: reading[level],
    direct: road('direct'),
    relayed: road('relayed'),
    checks: checks[level],
  }
}

export function SummaryTable() {
  const level = useLab((s) => s.level)
  return (
    <table className={styles.table}>
      <caption className="for-readers">{SUMMARY_WORDS.caption[level]}</caption>
      <thead>
        <tr>
          {Object.entries(heads(level)).map(([id, name]) => (
            <th key={id} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      {REASONS.map((reason, i) => (
        <ReasonRows key={reason.id} reason={reason} number={i + 1} />
      ))}
    </table>
  )
}

function ReasonRows({ reason, number }: { readonly reason: Reason; readonly number: number }) {
  const level = useLab((s) => s.level)
  const { scenarios, rows, doing, running, away } = useSummary()
  const mine = scenarios.filter(({ shows }) => shows?.reason === reason.id)
  // While scenarios are still on their way, nobody knows what is missing.
  const isMissing = mine.length === 0 && scenarios.length > 0 && away === 0
  return (
    <tbody>
      <tr className={styles.reason}>
        <th colSpan={5} scope="rowgroup">
          <h2>
            {number}. {reason.title[level]}
          </h2>
          <p>{reason.because[level]}</p>
          {isMissing && <p>{SUMMARY_WORDS.none[level]}</p>}
        </th>
      </tr>
      {mine.map((scenario) => (
        <ScenarioCells
          key={scenario.id}
          scenario={scenario}
          row={rows.get(scenario.id) ?? null}
          doing={running && doing === scenario.id}
        />
      ))}
    </tbody>
  )
}

interface RowProps {
  readonly scenario: ScenarioFile
  readonly row: SummaryRow | null
  readonly doing: boolean
}

function ScenarioCells({ scenario, row, doing }: RowProps) {
  const level = useLab((s) => s.level)
  const head = heads(level)
  const { seed } = scenario
  return (
    <tr className={styles.row} data-scenario={scenario.id}>
      <th scope="row">
        <a href={writeLink({ scenario, seed, interventions: [] })}>
          {scenario.lesson.title[level]}
        </a>
      </th>
      <td data-head={head.reading}>{shownWords(scenario)?.[level] ?? scenario.shows?.direct}</td>
      {row === null ? (
        <td colSpan={3} className={styles.pending}>
          {doing ? SUMMARY_WORDS.doing : SUMMARY_WORDS.waiting}
        </td>
      ) : (
        <>
          {ROADS.map((road) => (
            <td key={road} data-head={head[road]}>
              <Result scenario={scenario} road={road} result={row[road]} />
            </td>
          ))}
          <td data-head={head.checks}>
            <Checks {...row.checks} />
          </td>
        </>
      )}
    </tr>
  )
}

interface ResultProps {
  readonly scenario: ScenarioFile
  readonly road: Road
  readonly result: RoadResult
}

/** The reading, what came of the letters as shape and word, and which world it was if not the road's own. */
function Result({ scenario, road, result }: ResultProps) {
  const level = useLab((s) => s.level)
  const { icon, tone } = markOf(result.outcome)
  const isShown = scenario.shows?.[road].endsWith('.outcome') !== true
  return (
    <>
      {isShown && (
        <b>
          {result.reading ?? (
            <>
              <span aria-hidden="true">{SUMMARY_WORDS.nothing}</span>
              <span className="for-readers">{SUMMARY_WORDS.nothingRead}</span>
            </>
          )}
        </b>
      )}
      <span className={styles.outcome} data-tone={tone}>
        <Icon name={icon} />
        {outcomeText(result, level)}
      </span>
      {result.world !== road && <small>{worldName(scenario, result.world, level)}</small>}
    </>
  )
}

function markOf(outcome: ShownOutcome | null): { readonly icon: IconName; readonly tone: string } {
  if (outcome === 'delivered') return { icon: 'tick', tone: 'accepted' }
  if (outcome === 'queued' || outcome === null) return { icon: 'clock', tone: 'deferred' }
  return { icon: 'stop', tone: 'refused' }
}

/** `delivered`; of several `11 of 12 delivered`, and how the others ended. */
function outcomeText({ outcome, delivered, of }: RoadResult, level: Level): string {
  if (outcome === null) return SUMMARY_WORDS.noLetter
  const word = (which: string): string => OUTCOMES[which]?.[level] ?? which
  if (of === 1) return word(outcome)
  const tally = `${delivered} of ${of} ${word('delivered')}`
  return delivered === of ? tally : `${tally}, ${word(outcome)}: ${of - delivered}`
}

function Checks({ hold, of }: SummaryRow['checks']) {
  const right = hold === of
  return (
    <span className={styles.outcome} data-tone={right ? 'accepted' : 'refused'}>
      <Icon name={right ? 'tick' : 'cross'} />
      {SUMMARY_WORDS.checks(hold, of)}
    </span>
  )
}

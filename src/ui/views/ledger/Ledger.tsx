/** What mail costs each host so far: octets, time on the line, time needed, money; road beside road. */
import { useMemo } from 'react'
import { ledgerAt } from '../../../sim/facts/ledger.ts'
import type { Level } from '../../../sim/scenarios/scenario.ts'
import { onStage } from '../../state/runtime.ts'
import { useLab } from '../../state/store.ts'
import { worldName } from '../../words/world-name.ts'
import { asOf } from '../as-of.ts'
import { DataTable } from '../DataTable.tsx'
import shared from '../views.module.css'
import { isEmpty, ledgerRows, type BarRow, type HostRows, type Share } from './layout.ts'
import {
  LEDGER,
  MEASURE_WORDS,
  moneyText,
  octetsText,
  timeText,
  TITLE,
  valueText,
} from './words.ts'
import styles from './ledger.module.css'

interface NamedRows extends HostRows {
  readonly name: string
}

interface Page {
  /** Names of the worlds, in the order of the values. */
  readonly worlds: readonly string[]
  readonly rows: readonly NamedRows[]
}

export function Ledger() {
  const level = useLab((s) => s.level)
  const { worlds, rows } = usePage(level)
  return (
    <section className={shared.view} aria-label={TITLE[level]}>
      <h3>{TITLE[level]}</h3>
      {rows.every(({ bars }) => bars.every(isEmpty)) ? (
        <p className={shared.empty}>{LEDGER.empty[level]}</p>
      ) : (
        <>
          <p className={styles.about}>{LEDGER.about[level]}</p>
          <table className={styles.bars}>
            <thead>
              <tr>
                <th scope="col">
                  <span className="for-readers">{LEDGER.measure[level]}</span>
                </th>
                {worlds.map((world) => (
                  <th key={world} scope="col">
                    {world}
                  </th>
                ))}
              </tr>
            </thead>
            {rows.map((row) => (
              <HostBars key={row.host} row={row} worlds={worlds} level={level} />
            ))}
          </table>
          <DataTable
            summary={LEDGER.table}
            columns={LEDGER.columns}
            rows={rows.flatMap(({ name, shares }) =>
              shares.map((share, i) => [worlds[i] ?? '', name, ...cellsOf(share)]),
            )}
          />
        </>
      )}
    </section>
  )
}

function usePage(level: Level): Page {
  const worlds = useLab((s) => s.worlds)
  const revision = useLab((s) => s.revision)
  const cursor = useLab((s) => s.cursor)
  const scenario = useLab((s) => s.scenario)
  return useMemo(() => {
    const shown = onStage(asOf(worlds, revision))
    const ledgers = shown.map(({ index, record }) => {
      return { hosts: record.hosts, shares: ledgerAt(index, cursor) }
    })
    const rows = ledgerRows(scenario.hosts, ledgers).map((row) => {
      const label = scenario.hosts[row.host]?.label[level] ?? ''
      return { ...row, name: row.count > 1 ? `${label} (${LEDGER.crowd(row.count)})` : label }
    })
    return { worlds: shown.map(({ record }) => worldName(scenario, record.id, level)), rows }
  }, [worlds, revision, cursor, scenario, level])
}

interface HostProps {
  readonly row: NamedRows
  readonly worlds: readonly string[]
  readonly level: Level
}

function HostBars({ row: { name, bars }, worlds, level }: HostProps) {
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={worlds.length + 1}>
          {name}
        </th>
      </tr>
      {bars.map((bar) => (
        <tr key={bar.measure}>
          <th scope="row">{MEASURE_WORDS[bar.measure][level]}</th>
          {worlds.map((world, i) => (
            <td key={world}>
              <ValueBar bar={bar} world={i} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  )
}

function ValueBar({ bar, world }: { readonly bar: BarRow; readonly world: number }) {
  const value = bar.values[world] ?? 0
  const width = `${(bar.lengths[world] ?? 0) * 100}%`
  return (
    <>
      <span className={styles.value}>{valueText(bar.measure, value)}</span>
      <span className={styles.track} aria-hidden="true">
        {value > 0 ? (
          <span className={styles.bar} data-measure={bar.measure} style={{ inlineSize: width }} />
        ) : null}
      </span>
    </>
  )
}

function cellsOf(share: Share): string[] {
  return [
    octetsText(share.octetsOut),
    octetsText(share.octetsIn),
    String(share.sessions),
    timeText(share.connectedMs),
    String(share.peakSessions),
    timeText(share.awakeForMailMs),
    String(share.attempts),
    String(share.queuePeak),
    String(share.calls),
    timeText(share.callMs),
    share.calls === 0 ? '–' : moneyText(share.cents),
  ]
}

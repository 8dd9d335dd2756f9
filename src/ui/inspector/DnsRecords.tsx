/** What the DNS says about a host: every record that names it or one of its addresses. */
import type { DnsRecord } from '../../sim/mail/dns/record.ts'
import { reverseName } from '../../sim/mail/dns/reverse-name.ts'
import type { HostSpec, ScenarioFile } from '../../sim/scenarios/scenario.ts'
import type { Scene } from './scene.ts'
import { COLUMNS, HOST } from './words.ts'
import styles from './inspector.module.css'

interface Row {
  readonly owner: string
  readonly record: DnsRecord
}

export function DnsRecords({ scene, host }: { readonly scene: Scene; readonly host: HostSpec }) {
  const { level, scenario } = scene
  const rows = recordsAbout(scenario, host)
  if (rows.length === 0) return <p className={styles.soft}>{HOST.noDns[level]}</p>
  return (
    <table className={styles.table}>
      <caption>{HOST.dns[level]}</caption>
      <thead>
        <tr>
          <th scope="col">{COLUMNS.name}</th>
          <th scope="col">{COLUMNS.type}</th>
          <th scope="col">{COLUMNS.value}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ owner, record }, i) => (
          <tr key={i} className={styles.code}>
            <th scope="row">{owner}</th>
            <td>{record.type}</td>
            <td>{valueOf(record)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Records under its names and its domains, and those that point to it. */
function recordsAbout({ zones }: ScenarioFile, host: HostSpec): Row[] {
  const owners = new Set([host.name, ...(host.domains ?? []), ...host.addresses.map(reverseName)])
  return zones.flatMap(({ names }) =>
    Object.entries(names).flatMap(([owner, records]) =>
      records
        .filter((record) => owners.has(owner) || pointsAt(record, host))
        .map((record) => ({ owner, record })),
    ),
  )
}

function pointsAt(record: DnsRecord, host: HostSpec): boolean {
  if (record.type === 'MX') return record.exchange === host.name
  if ('address' in record) return host.addresses.includes(record.address)
  return 'name' in record && record.name === host.name
}

function valueOf(record: DnsRecord): string {
  switch (record.type) {
    case 'MX':
      return `${record.preference} ${record.exchange}`
    case 'A':
    case 'AAAA':
      return record.address
    case 'TXT':
      return record.strings.map((text) => `"${text}"`).join(' ')
    default:
      return record.name
  }
}

/** The same numbers as a table, behind every picture; a wide one moves in its own box. */
import styles from './views.module.css'

interface Props {
  readonly summary: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export function DataTable({ summary, columns, rows }: Props) {
  return (
    <details className={styles.table}>
      <summary>{summary}</summary>
      {/* A box that scrolls has to be reached by key. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls: the keyboard has to reach it */}
      <div role="group" aria-label={summary} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {columns.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, i) => (
              <tr key={i}>
                {row.map((cell, k) => (
                  <td key={columns[k]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}

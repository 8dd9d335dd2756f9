/** The same numbers as a table, behind every picture. */
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
    </details>
  )
}

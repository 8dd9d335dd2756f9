/** The message as it lies at its present holder; each field shows who put it there. */
import { useState } from 'react'
import { hostName } from './names.ts'
import type { MessageView } from './MessagePanel.tsx'
import { signedSource } from './signed-source.ts'
import { SOURCE } from './words.ts'
import styles from './message.module.css'

export function SourceView({ scene, world, message, recipient }: MessageView) {
  const { level, scenario, cursor } = scene
  const [told, setTold] = useState('')
  const source = signedSource(world.index, message, recipient, cursor)
  if (source === null) return null
  const { text, fields, host, body } = source
  const name = (index: number): string => hostName(scenario, index, level)
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => setTold(SOURCE.copied),
      () => setTold(SOURCE.failed),
    )
  }
  const file = `${world.record.messages[message]?.id ?? 'message'}-${world.record.id}.eml`
  return (
    <figure className={styles.source}>
      <figcaption>{SOURCE.caption[level].replace('{host}', name(host))}</figcaption>
      <pre>
        {fields.map((field, i) => (
          <span key={i} className={styles.sourceField} data-host={field.addedBy % 3}>
            {field.addedBy !== fields[i - 1]?.addedBy && (
              <span className={styles.stamp}>
                {SOURCE.addedBy[level].replace('{host}', name(field.addedBy))}
              </span>
            )}
            {field.text}
            {'\n'}
          </span>
        ))}
        {'\n'}
        {body.replaceAll('\r\n', '\n')}
      </pre>
      <div className={styles.actions}>
        <button type="button" className="button" onClick={copy}>
          {SOURCE.copy}
        </button>
        <button type="button" className="button" onClick={() => download(file, text)}>
          {SOURCE.download}
        </button>
        <span role="status">{told}</span>
      </div>
    </figure>
  )
}

function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'message/rfc822' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The click has only begun the download.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

/** Catches what a component throws, so that a mistake of ours never leaves an empty page. */
import { Component, type ReactNode } from 'react'
import { FAILURE } from '../words/page.ts'
import styles from './app.module.css'

interface Props {
  readonly children: ReactNode
}

interface State {
  readonly message: string | null
}

export class ErrorBoundary extends Component<Props, State> {
  override state: State = { message: null }

  static getDerivedStateFromError(error: unknown): State {
    return { message: error instanceof Error ? error.message : String(error) }
  }

  override render(): ReactNode {
    const { message } = this.state
    if (message === null) return this.props.children
    return (
      <div role="alert" className={styles.broken}>
        <h1>{FAILURE.drawing}</h1>
        <p>{FAILURE.drawingAbout}</p>
        <p className={styles.reason}>
          <code>{message}</code>
        </p>
        <button type="button" className="button first" onClick={startAnew}>
          {FAILURE.reload}
        </button>
      </div>
    )
  }
}

/** Without the hash: it may be what the page fell over. */
function startAnew(): void {
  location.hash = ''
  location.reload()
}

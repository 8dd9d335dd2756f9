// The look comes first: what parts of the page say about themselves stands above it.
import './ui/theme/index.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { lateHost } from './host/late-host.ts'
import { App } from './ui/app/App.tsx'
import { painted } from './ui/app/painted.ts'
import { startLab } from './ui/app/start.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no element with the id "root".')

/** The worker begins behind the first picture, which does not need it. */
const lateWorker = () =>
  lateHost(async () => {
    await painted
    return (await import('./host/worker-host.ts')).workerHost()
  })

await startLab(lateWorker)
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)

// The look comes first: what parts of the page say about themselves stands above it.
import './ui/theme/index.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { workerHost } from './host/worker-host.ts'
import { App } from './ui/app/App.tsx'
import { startLab } from './ui/app/start.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no element with the id "root".')

await startLab(workerHost)
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)

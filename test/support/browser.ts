import { ensureBrowser } from './ensure-browser.ts'

console.log(`Chromium ${await ensureBrowser()}`)

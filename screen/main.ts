import { createApp } from 'vue'
import { reportFaults } from './live/faults.ts'
import { guardPicture } from './live/last-resort.ts'
import { keepShell } from './live/shell.ts'
import { signInByAddress } from './live/sign-in.ts'
import ScreenApp from './ScreenApp.vue'
import './screen.css'

const root = document.querySelector<HTMLElement>('#screen') ?? document.body

function startWall(): void {
  const app = createApp(ScreenApp)
  reportFaults(app, guardPicture(root))
  void signInByAddress().finally(() => app.mount(root))
  void keepShell()
}

/** `/screen/?preview`: what the scene editor hands over, drawn by the wall's own code. */
async function startPreview(): Promise<void> {
  const { default: PreviewApp } = await import('./preview/PreviewApp.vue')
  createApp(PreviewApp).mount(root)
}

if (new URLSearchParams(location.search).has('preview')) void startPreview()
else startWall()

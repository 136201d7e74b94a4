import { resolve } from 'node:path'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'
import { wallShell } from './scripts/wall-shell-plugin.ts'

const ui = resolve(import.meta.dirname, 'ui')

export default defineConfig({
  plugins: [vue(), wallShell()],
  server: { proxy: { '/api': 'http://127.0.0.1:8630' } },
  build: {
    target: 'chrome100',
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      input: {
        dashboard: resolve(import.meta.dirname, 'dashboard/index.html'),
        screen: resolve(import.meta.dirname, 'screen/index.html'),
        'screen-sw': resolve(import.meta.dirname, 'screen/sw/worker.ts'),
      },
      // What the door of ui/ passes on and nobody takes is left out: its modules only declare, but for the door itself, which
      // brings the fonts and base styles, and the two that register charts.
      treeshake: {
        moduleSideEffects: (id) =>
          !id.startsWith(ui) || /\.css$|type=style|(?:index|echarts-core|map-option)\.ts$/.test(id),
      },
      output: {
        // A service worker keeps its address from build to build; the browser compares its bytes.
        entryFileNames: ({ name }) => (name === 'screen-sw' ? 'screen-sw.js' : 'assets/[name]-[hash].js'),
      },
    },
  },
})

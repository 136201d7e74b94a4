import { resolve } from 'node:path'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [vue()],
  server: { proxy: { '/api': 'http://127.0.0.1:8630' } },
  build: {
    target: 'chrome100',
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      input: {
        dashboard: resolve(import.meta.dirname, 'dashboard/index.html'),
        screen: resolve(import.meta.dirname, 'screen/index.html'),
      },
    },
  },
})

import { VueQueryPlugin } from '@tanstack/vue-query'
import { createApp } from 'vue'
import App from './App.vue'
import { createQueryClient } from './data/query-client.ts'
import { loadSession } from './data/session.ts'
import { createAppRouter } from './router.ts'
import './styles/element-plus.ts'
import './styles/dashboard.css'

const queryClient = createQueryClient(() => {
  const here = router.currentRoute.value
  if (!here.meta.isPublic) void router.replace({ name: 'sign-in', query: { next: here.fullPath } })
})
const router = createAppRouter(() => loadSession(queryClient))

createApp(App).use(router).use(VueQueryPlugin, { queryClient }).mount('#app')

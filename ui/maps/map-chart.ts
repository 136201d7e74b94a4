import { defineAsyncComponent } from 'vue'

/** Draws shapes of a customer's map; comes in a file of its own, which pages without a map never load. */
export const MapChart = defineAsyncComponent(() => import('./MapChart.vue'))

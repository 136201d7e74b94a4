import { ElOption, ElSelect } from 'element-plus'
import type { FunctionalComponent } from 'vue'

// Element Plus declares these two with prop types that `exactOptionalPropertyTypes` refuses; here are the props we use.

interface SelectProps {
  modelValue: string | undefined
  ariaLabel: string
  filterable?: boolean | undefined
  clearable?: boolean
  placeholder?: string
  valueOnClear?: () => undefined
  'onUpdate:modelValue'?: (value: string | undefined) => void
}

export const SelectBox = ElSelect as unknown as FunctionalComponent<SelectProps>
export const SelectOption = ElOption as unknown as FunctionalComponent<{ value: string; label: string }>

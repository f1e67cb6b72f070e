// Element Plus's select. Its types take descriptions of props for the props themselves, so here it is a component
// like any other.
import { ElOption, ElSelect } from 'element-plus';
import type { Component } from 'vue';
import 'element-plus/es/components/select/style/css';
import 'element-plus/es/components/option/style/css';

export const Select = ElSelect as unknown as Component;
export const Option = ElOption as unknown as Component;

import '../styles/fonts.css';
import '../styles/tokens.css';
import '../styles/base.css';

import { mount } from 'svelte';

import { connect } from '../backend';
import { guardPage } from '../state/guard';
import { startTheme } from '../state/theme';
import Prompt from './Prompt.svelte';

startTheme();
guardPage();
const target = document.getElementById('app');
if (target) mount(Prompt, { target, props: { backend: connect() } });

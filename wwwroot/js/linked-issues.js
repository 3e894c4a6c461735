import { PartedList } from './parted-list.js';

/** Loads the issues behind a key result when their list is opened: Jira has to say which of them this person may see. */
export class LinkedIssues extends PartedList {
  constructor(panel, path) {
    super(panel, {
      matches: '[data-issues]',
      list: '[data-issues-list]',
      path: (details) => `${path}/key-results/${details.dataset.issues}/issues`,
      loading: 'Loading the issues…',
      refused: 'The issues cannot be listed now.',
    });
  }
}

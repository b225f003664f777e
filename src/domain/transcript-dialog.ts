/** The parts of the dialog about a transcript: a value that comes back stands under one of these, and so does what is wrong with it. */
export const TRANSCRIPT_RANGE = 'otobo-transcript-range';
export const TRANSCRIPT_LEAVE_OUT = 'otobo-transcript-leave-out';
export const TRANSCRIPT_VISIBLE = 'otobo-transcript-visible';
/** Shows what has been read meanwhile; its value is the id of the dialog. */
export const TRANSCRIPT_SHOW = 'otobo-transcript-show';

/** The answers to a question that one person was asked; the value of the button is the question's id. */
export const QUESTION_YES = 'otobo-question-yes';
export const QUESTION_NO = 'otobo-question-no';

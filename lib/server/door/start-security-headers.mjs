// Loaded by Node's option --import, so that no request is answered before the headers are there.
import { answerParserErrors } from './parser-replies.mjs';
import { sendSecurityHeaders } from './security-headers.mjs';

sendSecurityHeaders();
answerParserErrors();

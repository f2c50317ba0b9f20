// Loaded by Node's option --import, so that no request is answered before the headers are there.
import { sendSecurityHeaders } from './security-headers.mjs';

sendSecurityHeaders();

// The form of the public works without this; with it, the proof of work is done while the person writes.
'use strict';

// Comforts of the unit's form: more rows without saving first. Everything works without this.
'use strict';

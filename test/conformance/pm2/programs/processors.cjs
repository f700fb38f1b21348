// Makes PM2's daemon believe in a fixed number of processors, so that a record is true on any machine.
const os = require("node:os");
const [one] = os.cpus();
os.cpus = () => Array.from({ length: 4 }, () => one);

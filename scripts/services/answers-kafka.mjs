import net from "node:net";

// A Metadata request, version 0, for all topics; a broker that is up names itself, one that is starting names none.
const request = Buffer.from([0, 3, 0, 0, 0, 0, 0, 1, 0xff, 0xff, 0, 0, 0, 0]);
const length = Buffer.alloc(4);
length.writeInt32BE(request.length);

const socket = net.connect(Number(process.argv[2]), "127.0.0.1");
socket.setTimeout(2000, () => process.exit(1));
socket.on("connect", () => socket.write(Buffer.concat([length, request])));
socket.on("error", () => process.exit(1));
socket.on("close", () => process.exit(1));
// Length and correlation id, four bytes each; then the number of brokers.
socket.on("data", (bytes) => process.exit(bytes.length >= 12 && bytes.readInt32BE(8) > 0 ? 0 : 1));

/**
 * Draws icon.png: one line comes in at the edge, passes the gate, and reaches three services.
 * The third line is broken: that is what Edgewise looks for.
 */

import { writeFile } from "node:fs/promises";
import { crc32, deflateSync } from "node:zlib";

const size = 256;
/** Samples of a pixel in each direction. */
const fine = 4;

type Point = readonly [x: number, y: number];
type Colour = readonly [r: number, g: number, b: number];

const night: Colour = [22, 36, 56];
const dusk: Colour = [34, 62, 92];
const light: Colour = [236, 244, 250];
const green: Colour = [84, 208, 138];
const amber: Colour = [255, 178, 62];

const gate = 108;
const services: readonly (readonly [Point, Colour])[] = [
	[[200, 64], green],
	[[206, 128], green],
	[[200, 192], amber],
];

/** In the order of painting: where the shape is, and its colour. */
const shapes: readonly (readonly [(p: Point) => boolean, Colour])[] = [
	[(p) => near(p, [28, 128], [gate, 128]) < 7, light],
	[(p) => near(p, [gate, 128], [200, 64]) < 7, light],
	[(p) => near(p, [gate, 128], [206, 128]) < 7, light],
	[(p) => near(p, [gate, 128], [143, 152]) < 7, light],
	[(p) => near(p, [gate, 70], [gate, 186]) < 12, light],
	...services.map(
		([at, colour]) => [(p: Point) => near(p, at, at) < 21, colour] as const,
	),
	// The hole of the service that is not reached.
	[(p) => near(p, [200, 192], [200, 192]) < 11, dusk],
];

await writeFile("icon.png", png(size, pixels()));

function pixels(): Buffer {
	const data = Buffer.alloc(size * size * 4);
	for (let y = 0; y < size; y++)
		for (let x = 0; x < size; x++) data.set(pixel(x, y), (y * size + x) * 4);
	return data;
}

/** The mean of its samples: edges come out smooth. */
function pixel(x: number, y: number): readonly number[] {
	const sum = [0, 0, 0];
	let covered = 0;
	for (let i = 0; i < fine * fine; i++) {
		const point: Point = [
			x + ((i % fine) + 0.5) / fine,
			y + (Math.floor(i / fine) + 0.5) / fine,
		];
		const colour = colourAt(point);
		if (!colour) continue;
		covered++;
		for (const channel of [0, 1, 2] as const)
			sum[channel] = (sum[channel] ?? 0) + colour[channel];
	}
	return [
		...sum.map((value) => Math.round(value / Math.max(covered, 1))),
		Math.round((covered * 255) / (fine * fine)),
	];
}

/** Undefined outside of the rounded square. */
function colourAt(point: Point): Colour | undefined {
	if (near(clamp(point, 48, size - 48), point, point) > 48) return undefined;
	const shape = shapes.findLast(([holds]) => holds(point));
	if (shape) return shape[1];
	const depth = point[1] / size;
	return [0, 1, 2].map(
		(i) => (night[i] ?? 0) * depth + (dusk[i] ?? 0) * (1 - depth),
	) as unknown as Colour;
}

function clamp([x, y]: Point, low: number, high: number): Point {
	const within = (value: number) => Math.min(Math.max(value, low), high);
	return [within(x), within(y)];
}

/** The distance to the line from a to b. */
function near([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
	const [dx, dy] = [bx - ax, by - ay];
	const along = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1);
	const t = Math.min(Math.max(along, 0), 1);
	return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}

/** PNG, 8 bits of RGBA, no filter (RFC 2083). */
function png(side: number, rgba: Buffer): Buffer {
	const header = Buffer.alloc(13);
	header.writeUInt32BE(side, 0);
	header.writeUInt32BE(side, 4);
	header.set([8, 6, 0, 0, 0], 8);
	const rows = Array.from({ length: side }, (_, y) =>
		Buffer.concat([
			Buffer.of(0),
			rgba.subarray(y * side * 4, (y + 1) * side * 4),
		]),
	);
	return Buffer.concat([
		Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
		chunk("IHDR", header),
		chunk("IDAT", deflateSync(Buffer.concat(rows), { level: 9 })),
		chunk("IEND", Buffer.alloc(0)),
	]);
}

function chunk(type: string, body: Buffer): Buffer {
	const named = Buffer.concat([Buffer.from(type, "latin1"), body]);
	const length = Buffer.alloc(4);
	length.writeUInt32BE(body.length);
	const check = Buffer.alloc(4);
	check.writeUInt32BE(crc32(named));
	return Buffer.concat([length, named, check]);
}

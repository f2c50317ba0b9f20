CREATE TABLE `regraded_responses` (
	`regrade_id` text NOT NULL,
	`response_id` text NOT NULL,
	`score` real NOT NULL,
	`verdict` text NOT NULL,
	`points` integer NOT NULL,
	`score_before` real NOT NULL,
	`verdict_before` text NOT NULL,
	`points_before` integer NOT NULL,
	`replaced_by` text,
	PRIMARY KEY(`regrade_id`, `response_id`),
	FOREIGN KEY (`regrade_id`) REFERENCES `regrades`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`response_id`) REFERENCES `responses`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `regraded_responses_current` ON `regraded_responses` (`response_id`) WHERE replaced_by is null;--> statement-breakpoint
CREATE TABLE `regraded_verdicts` (
	`regrade_id` text NOT NULL,
	`sitting_id` text NOT NULL,
	`before` text NOT NULL,
	PRIMARY KEY(`regrade_id`, `sitting_id`),
	FOREIGN KEY (`regrade_id`) REFERENCES `regrades`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`sitting_id`) REFERENCES `sittings`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `regraded_verdicts_sitting` ON `regraded_verdicts` (`sitting_id`);--> statement-breakpoint
CREATE TABLE `regrades` (
	`id` text PRIMARY KEY NOT NULL,
	`ordinal` integer NOT NULL,
	`item_id` text NOT NULL,
	`item_version` text NOT NULL,
	`policy` text NOT NULL,
	`reason` text NOT NULL,
	`regraded_by` text,
	`undoes` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`regraded_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `regrades_ordinal` ON `regrades` (`ordinal`);--> statement-breakpoint
CREATE UNIQUE INDEX `regrades_undone_once` ON `regrades` (`undoes`);--> statement-breakpoint
CREATE INDEX `regrades_item` ON `regrades` (`item_id`,`ordinal`);
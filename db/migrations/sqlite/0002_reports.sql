CREATE TABLE `item_reports` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`lesson_id` text NOT NULL,
	`activity` text NOT NULL,
	`item_id` text NOT NULL,
	`item_version` text NOT NULL,
	`ordinal` integer NOT NULL,
	`seed` text NOT NULL,
	`shown` text NOT NULL,
	`answer` text,
	`verdict` text,
	`kind` text NOT NULL,
	`note` text NOT NULL,
	`reported_at` integer NOT NULL,
	`settled_at` integer,
	`settled_by` text,
	`reply` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`settled_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `item_reports_one_open` ON `item_reports` (`user_id`,`item_id`) WHERE settled_at is null;--> statement-breakpoint
CREATE INDEX `item_reports_time` ON `item_reports` (`reported_at`);--> statement-breakpoint
CREATE INDEX `item_reports_user` ON `item_reports` (`user_id`,`reported_at`);
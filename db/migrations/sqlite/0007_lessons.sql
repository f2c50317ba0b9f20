CREATE TABLE `lesson_drafts` (
	`user_id` text NOT NULL,
	`track` text NOT NULL,
	`lesson` text NOT NULL,
	`files` text NOT NULL,
	`base` text NOT NULL,
	`base_number` integer NOT NULL,
	`saves` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `track`, `lesson`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `lesson_drafts_lesson` ON `lesson_drafts` (`track`,`lesson`);--> statement-breakpoint
CREATE TABLE `lesson_proposals` (
	`id` text PRIMARY KEY NOT NULL,
	`track` text NOT NULL,
	`lesson` text NOT NULL,
	`author_id` text NOT NULL,
	`files` text NOT NULL,
	`base` text NOT NULL,
	`base_number` integer NOT NULL,
	`reason` text NOT NULL,
	`proposed_at` integer NOT NULL,
	`decision` text,
	`decided_by` text,
	`decided_at` integer,
	`note` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`author_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`decided_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `lesson_proposals_one_open` ON `lesson_proposals` (`author_id`,`track`,`lesson`) WHERE decision is null;--> statement-breakpoint
CREATE INDEX `lesson_proposals_time` ON `lesson_proposals` (`proposed_at`);--> statement-breakpoint
CREATE TABLE `lesson_revisions` (
	`seq` integer PRIMARY KEY NOT NULL,
	`track` text NOT NULL,
	`lesson` text NOT NULL,
	`number` integer NOT NULL,
	`author_id` text,
	`author_name` text NOT NULL,
	`approved_by` text,
	`approver_name` text,
	`reason` text NOT NULL,
	`published_at` integer NOT NULL,
	`files` text NOT NULL,
	`restores` integer,
	`deployed_hash` text NOT NULL,
	`edits` text NOT NULL,
	FOREIGN KEY (`author_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`approved_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `lesson_revisions_number` ON `lesson_revisions` (`track`,`lesson`,`number`);--> statement-breakpoint
CREATE TABLE `track_authors` (
	`track` text NOT NULL,
	`user_id` text NOT NULL,
	`added_at` integer NOT NULL,
	PRIMARY KEY(`track`, `user_id`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);

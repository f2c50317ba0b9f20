CREATE TABLE `concept_beliefs` (
	`lesson_id` text PRIMARY KEY NOT NULL,
	`mean` real NOT NULL,
	`variance` real NOT NULL,
	`clock` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `item_beliefs` (
	`item_id` text PRIMARY KEY NOT NULL,
	`lesson_id` text NOT NULL,
	`mean` real NOT NULL,
	`variance` real NOT NULL,
	`answers` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `item_beliefs_lesson` ON `item_beliefs` (`lesson_id`);--> statement-breakpoint
CREATE TABLE `offset_beliefs` (
	`user_id` text NOT NULL,
	`lesson_id` text NOT NULL,
	`mean` real NOT NULL,
	`variance` real NOT NULL,
	`answers` integer NOT NULL,
	`last_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `lesson_id`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `responses` ADD `over_time` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `responses` ADD `clock` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `responses` ADD `guess` real;--> statement-breakpoint
ALTER TABLE `responses` ADD `level` text;--> statement-breakpoint
CREATE INDEX `responses_clock` ON `responses` (`clock`,`id`);--> statement-breakpoint
ALTER TABLE `sittings` ADD `continues` text;--> statement-breakpoint
ALTER TABLE `sittings` ADD `most` integer;--> statement-breakpoint
ALTER TABLE `users` ADD `ability_mean` real DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `users` ADD `ability_variance` real DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `users` ADD `ledger_clock` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `verdicts` ADD `more` integer;--> statement-breakpoint
ALTER TABLE `verdicts` ADD `provisional` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `verdicts` ADD `standing` real;--> statement-breakpoint
ALTER TABLE `verdicts` ADD `receipt` text;
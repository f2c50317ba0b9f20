DROP TABLE `reviews`;--> statement-breakpoint
CREATE TABLE `reviews` (
	`user_id` text NOT NULL,
	`lesson_id` text NOT NULL,
	`subject` text NOT NULL,
	`subject_id` text NOT NULL,
	`stability` real NOT NULL,
	`difficulty` real NOT NULL,
	`repetitions` integer NOT NULL,
	`lapses` integer NOT NULL,
	`last_grade` text NOT NULL,
	`last_at` integer NOT NULL,
	`last_day` text NOT NULL,
	`due_day` text NOT NULL,
	PRIMARY KEY(`user_id`, `lesson_id`, `subject`, `subject_id`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `reviews_due` ON `reviews` (`user_id`,`due_day`);--> statement-breakpoint
ALTER TABLE `users` ADD `hides_points` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `users` ADD `hides_streak` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `users` ADD `hides_badges` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `users` ADD `hides_board` integer DEFAULT false NOT NULL;
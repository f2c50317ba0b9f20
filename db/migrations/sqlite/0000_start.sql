CREATE TABLE `activity_standings` (
	`user_id` text NOT NULL,
	`lesson_id` text NOT NULL,
	`activity` text NOT NULL,
	`solved` integer NOT NULL,
	`tries` integer NOT NULL,
	`wrong` integer NOT NULL,
	`last_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `lesson_id`, `activity`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `activity_standings_lesson` ON `activity_standings` (`lesson_id`,`user_id`);--> statement-breakpoint
CREATE TABLE `badges` (
	`user_id` text NOT NULL,
	`badge_id` text NOT NULL,
	`lesson_id` text NOT NULL,
	`timed` text NOT NULL,
	`earned_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `badge_id`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `classrooms` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`join_code` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `classrooms_join_code` ON `classrooms` (`join_code`);--> statement-breakpoint
CREATE TABLE `memberships` (
	`classroom_id` text NOT NULL,
	`user_id` text NOT NULL,
	`role` text NOT NULL,
	`joined_at` integer NOT NULL,
	PRIMARY KEY(`classroom_id`, `user_id`),
	FOREIGN KEY (`classroom_id`) REFERENCES `classrooms`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `memberships_user` ON `memberships` (`user_id`);--> statement-breakpoint
CREATE TABLE `drafts` (
	`sitting_id` text NOT NULL,
	`item_id` text NOT NULL,
	`fields` text NOT NULL,
	`saved_at` integer NOT NULL,
	`revision` integer NOT NULL,
	`device` text NOT NULL,
	`valid_fields` text,
	`valid_at` integer,
	`others` text NOT NULL,
	`turns` text NOT NULL,
	PRIMARY KEY(`sitting_id`, `item_id`),
	FOREIGN KEY (`sitting_id`) REFERENCES `sittings`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `identities` (
	`provider` text NOT NULL,
	`subject` text NOT NULL,
	`user_id` text NOT NULL,
	PRIMARY KEY(`provider`, `subject`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
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
CREATE INDEX `item_reports_user` ON `item_reports` (`user_id`,`reported_at`);--> statement-breakpoint
CREATE TABLE `item_standings` (
	`user_id` text NOT NULL,
	`item_id` text NOT NULL,
	`lesson_id` text NOT NULL,
	`activity` text NOT NULL,
	`tries` integer NOT NULL,
	`best_score` real NOT NULL,
	`solved` integer NOT NULL,
	`points` integer NOT NULL,
	`last_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `item_id`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `item_standings_lesson` ON `item_standings` (`user_id`,`lesson_id`);--> statement-breakpoint
CREATE TABLE `readings` (
	`user_id` text NOT NULL,
	`lesson_id` text NOT NULL,
	`activity` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `lesson_id`, `activity`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `responses` (
	`id` text PRIMARY KEY NOT NULL,
	`sitting_id` text NOT NULL,
	`user_id` text NOT NULL,
	`lesson_id` text NOT NULL,
	`activity` text NOT NULL,
	`item_id` text NOT NULL,
	`item_version` text NOT NULL,
	`ordinal` integer NOT NULL,
	`answer` text NOT NULL,
	`score` real NOT NULL,
	`verdict` text NOT NULL,
	`hints_opened` integer NOT NULL,
	`points` integer NOT NULL,
	`duration_ms` integer,
	`received_at` integer NOT NULL,
	`local_day` text NOT NULL,
	`idempotency_key` text NOT NULL,
	FOREIGN KEY (`sitting_id`) REFERENCES `sittings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `responses_once_per_key` ON `responses` (`user_id`,`idempotency_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `responses_once_per_attempt` ON `responses` (`sitting_id`,`item_id`,`ordinal`);--> statement-breakpoint
CREATE INDEX `responses_user_time` ON `responses` (`user_id`,`received_at`);--> statement-breakpoint
CREATE TABLE `reviews` (
	`user_id` text NOT NULL,
	`item_id` text NOT NULL,
	`lesson_id` text NOT NULL,
	`stability` real NOT NULL,
	`difficulty` real NOT NULL,
	`state` integer NOT NULL,
	`repetitions` integer NOT NULL,
	`lapses` integer NOT NULL,
	`last_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `item_id`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `reviews_due` ON `reviews` (`user_id`,`due_at`);--> statement-breakpoint
CREATE TABLE `server_facts` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `sign_in_failures` (
	`key` text PRIMARY KEY NOT NULL,
	`failures` integer NOT NULL,
	`window_start` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `credits` (
	`sitting_id` text NOT NULL,
	`item_id` text NOT NULL,
	`away_from` integer NOT NULL,
	`away_to` integer NOT NULL,
	`added_ms` integer NOT NULL,
	PRIMARY KEY(`sitting_id`, `item_id`, `away_from`),
	FOREIGN KEY (`sitting_id`,`item_id`) REFERENCES `servings`(`sitting_id`,`item_id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `servings` (
	`sitting_id` text NOT NULL,
	`item_id` text NOT NULL,
	`used` integer DEFAULT 0 NOT NULL,
	`best_score` real DEFAULT 0 NOT NULL,
	`hints_opened` integer DEFAULT 0 NOT NULL,
	`opened_at` integer NOT NULL,
	`deadline_at` integer,
	`solved` integer DEFAULT false NOT NULL,
	`settled_at` integer,
	PRIMARY KEY(`sitting_id`, `item_id`),
	FOREIGN KEY (`sitting_id`) REFERENCES `sittings`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `servings_item` ON `servings` (`item_id`);--> statement-breakpoint
CREATE INDEX `servings_running` ON `servings` (`deadline_at`) WHERE settled_at is null and deadline_at is not null;--> statement-breakpoint
CREATE TABLE `sittings` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`lesson_id` text NOT NULL,
	`activity` text NOT NULL,
	`ordinal` integer NOT NULL,
	`seed` text NOT NULL,
	`item_ids` text NOT NULL,
	`scope` text DEFAULT 'whole' NOT NULL,
	`started_at` integer NOT NULL,
	`closed_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sittings_ordinal` ON `sittings` (`user_id`,`lesson_id`,`activity`,`ordinal`);--> statement-breakpoint
CREATE UNIQUE INDEX `sittings_one_open` ON `sittings` (`user_id`,`lesson_id`,`activity`) WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX `sittings_left` ON `sittings` (`activity`,`started_at`) WHERE closed_at is null;--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`user_name` text NOT NULL,
	`email` text,
	`display_name` text NOT NULL,
	`password_hash` text,
	`role` text NOT NULL,
	`time_zone` text NOT NULL,
	`board_name` text,
	`on_board` integer DEFAULT false NOT NULL,
	`clock_factor` real DEFAULT 1 NOT NULL,
	`time_allowance` real DEFAULT 1 NOT NULL,
	`sessions_valid_from` integer NOT NULL,
	`disabled_at` integer,
	`created_at` integer NOT NULL,
	`xp` integer DEFAULT 0 NOT NULL,
	`streak_days` integer DEFAULT 0 NOT NULL,
	`streak_best` integer DEFAULT 0 NOT NULL,
	`streak_freezes` integer DEFAULT 0 NOT NULL,
	`last_active_day` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_user_name` ON `users` (`user_name`);--> statement-breakpoint
CREATE UNIQUE INDEX `users_email` ON `users` (`email`);--> statement-breakpoint
CREATE TABLE `verdicts` (
	`sitting_id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`lesson_id` text NOT NULL,
	`outcome` text NOT NULL,
	`p_strong` real NOT NULL,
	`low` real NOT NULL,
	`high` real NOT NULL,
	`right_count` integer NOT NULL,
	`asked` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`sitting_id`) REFERENCES `sittings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `verdicts_user_lesson` ON `verdicts` (`user_id`,`lesson_id`,`at`);
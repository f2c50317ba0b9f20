ALTER TABLE `responses` ADD `time_zone` text;--> statement-breakpoint
ALTER TABLE `users` ADD `last_active_at` integer;--> statement-breakpoint
ALTER TABLE `users` ADD `last_active_zone` text;
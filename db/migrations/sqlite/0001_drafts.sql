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

-- A database of version 0.1.0 (schema 0001): a day and a bit, lived by its own writer.
BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
CREATE TABLE answer (
	branch VARCHAR NOT NULL, 
	"key" VARCHAR NOT NULL, 
	digest VARCHAR NOT NULL, 
	body TEXT NOT NULL, 
	made_us BIGINT NOT NULL, 
	CONSTRAINT pk_answer PRIMARY KEY (branch, "key"), 
	CONSTRAINT fk_answer_branch_branch FOREIGN KEY(branch) REFERENCES branch (id)
);
CREATE TABLE branch (
	id VARCHAR NOT NULL, 
	last_sequence BIGINT NOT NULL, 
	last_hash VARCHAR NOT NULL, 
	clock VARCHAR NOT NULL, 
	profile TEXT NOT NULL, 
	CONSTRAINT pk_branch PRIMARY KEY (id)
);
INSERT INTO "branch" VALUES('renmin',25,'205a06b8a9c53e0486183620a76cd2921dc378c4dbcb153b603abc4d95ab16db','practice','{"schema_version": 1, "version": "2026-11", "bank": {"name": {"zh": "示例银行", "en": "Example Bank"}, "accent": "#0A5C9E"}, "branch": {"id": "renmin", "name": {"zh": "人民路支行", "en": "Renmin Road branch"}, "time_zone": "Asia/Shanghai", "languages": ["zh_CN", "en"]}, "hours": {"opens": "09:00", "last_ticket": "16:45", "closes": "17:00", "lasts_min": null}, "segments": [{"id": "ordinary", "name": {"zh": "普通客户", "en": "Ordinary customer"}, "short": {"zh": "普通", "en": "Ordinary"}, "hint": null, "series": null, "kind": "ordinary", "is_by_choice": false, "rank": 9, "base": 0.0, "growth_per_minute": 1.0}, {"id": "priority", "name": {"zh": "需要优先照顾", "en": "Priority need"}, "short": {"zh": "优先照顾", "en": "Priority"}, "hint": {"zh": "老人、孕妇、残障、带婴儿、军人", "en": "Elderly, pregnant, disabled, infant, military"}, "series": "P", "kind": "priority", "is_by_choice": true, "rank": 1, "base": 8.0, "growth_per_minute": 3.0}, {"id": "key", "name": {"zh": "重点客户", "en": "Key customer"}, "short": {"zh": "重点", "en": "Key"}, "hint": null, "series": "V", "kind": "key", "is_by_choice": false, "rank": 5, "base": 4.0, "growth_per_minute": 2.0}], "services": [{"id": "cash", "name": {"zh": "存款取款", "en": "Cash in or out"}, "icon": "payments", "series": "A", "base": 0.0, "growth": 1.0, "have_ready": [{"zh": "身份证", "en": "ID card"}, {"zh": "银行卡或存折", "en": "bank card or passbook"}], "usual_min": 5.0, "usual_cv": 0.7}, {"id": "account", "name": {"zh": "开户办卡", "en": "Accounts and cards"}, "icon": "credit_card", "series": "B", "base": 0.0, "growth": 1.0, "have_ready": [{"zh": "身份证", "en": "ID card"}, {"zh": "手机", "en": "mobile phone"}], "usual_min": 12.0, "usual_cv": 0.6}, {"id": "transfer", "name": {"zh": "转账汇款", "en": "Transfers"}, "icon": "sync_alt", "series": "A", "base": 0.0, "growth": 1.0, "have_ready": [{"zh": "身份证", "en": "ID card"}, {"zh": "收款人账号", "en": "payee''s account"}], "usual_min": 6.0, "usual_cv": 0.6}, {"id": "wealth", "name": {"zh": "贷款理财", "en": "Loans, investments"}, "icon": "bar_chart", "series": "C", "base": 0.0, "growth": 1.0, "have_ready": [{"zh": "身份证", "en": "ID card"}], "usual_min": 18.0, "usual_cv": 0.7}, {"id": "lost", "name": {"zh": "挂失补办", "en": "Lost card or PIN"}, "icon": "credit_card_off", "series": "B", "base": 0.0, "growth": 1.0, "have_ready": [{"zh": "身份证", "en": "ID card"}], "usual_min": 9.0, "usual_cv": 0.6}, {"id": "other", "name": {"zh": "其他业务", "en": "Something else"}, "icon": "help", "series": "A", "base": 0.0, "growth": 1.0, "have_ready": [], "usual_min": 7.0, "usual_cv": 0.9}], "tiles": [{"service": "cash", "name": null, "icon": "more_horiz", "services": []}, {"service": "account", "name": null, "icon": "more_horiz", "services": []}, {"service": "transfer", "name": null, "icon": "more_horiz", "services": []}, {"service": "wealth", "name": null, "icon": "more_horiz", "services": []}, {"service": "lost", "name": null, "icon": "more_horiz", "services": []}, {"service": "other", "name": null, "icon": "more_horiz", "services": []}], "counters": [{"id": "1", "name": null, "services": ["cash", "transfer", "account", "lost", "other"], "segments": null, "preference": null, "walk_s": 12.0, "zone": "hall"}, {"id": "2", "name": null, "services": ["cash", "transfer", "account", "lost", "other"], "segments": null, "preference": null, "walk_s": 12.0, "zone": "hall"}, {"id": "3", "name": null, "services": ["cash", "transfer", "account", "lost", "other"], "segments": null, "preference": null, "walk_s": 15.0, "zone": "hall"}, {"id": "4", "name": null, "services": ["wealth", "account", "lost", "other"], "segments": null, "preference": null, "walk_s": 20.0, "zone": "hall"}], "machines": [{"id": "atm-1", "name": {"zh": "自助存取款机", "en": "Cash machine"}, "services": ["cash"], "zone": "self"}, {"id": "stm-1", "name": {"zh": "智能柜台", "en": "Service machine"}, "services": ["account", "transfer"], "zone": "self"}], "zones": [{"id": "hall", "name": {"zh": "等候大厅", "en": "Waiting hall"}, "seats": 24}, {"id": "self", "name": {"zh": "自助区", "en": "Self-service"}, "seats": 0}], "outcomes": [{"id": "done", "name": {"zh": "已办妥", "en": "Done"}}, {"id": "partly", "name": {"zh": "部分办理", "en": "Partly done"}}, {"id": "documents", "name": {"zh": "缺材料", "en": "Documents missing"}}, {"id": "declined", "name": {"zh": "不能办理", "en": "Not possible"}}, {"id": "withdrawn", "name": {"zh": "客户放弃", "en": "Customer changed mind"}}], "pause_reasons": [{"id": "break", "name": {"zh": "休息", "en": "Break"}}, {"id": "lunch", "name": {"zh": "午餐", "en": "Lunch"}}, {"id": "paperwork", "name": {"zh": "整理单据", "en": "Paperwork"}}, {"id": "cash", "name": {"zh": "清点现金", "en": "Cash count"}}, {"id": "meeting", "name": {"zh": "会议", "en": "Meeting"}}, {"id": "help", "name": {"zh": "协助客户", "en": "Helping a customer"}}], "calling": {"has_standby": true, "recalls_before_no_show": 1, "come_within_s": 120, "return_credit_min": 10.0}, "policy": {"preset": "growing", "name": "", "rule": {"zh": "按到达先后；优先照顾者等得短。", "en": "By arrival; priority waits less."}}, "standards": {"waits": [{"within_min": 10.0, "share": 0.8}, {"within_min": 20.0, "share": 0.95}, {"within_min": 30.0, "share": 1.0}], "satisfied_share": 0.85}, "kiosk": {"panel_width_px": 1080, "panel_width_mm": 268.0, "idle_s": 30, "warning_s": 20, "ticket_s": 15}}');
CREATE TABLE device (
	id VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	role VARCHAR NOT NULL, 
	key_hash VARCHAR NOT NULL, 
	enrolled_at DATETIME NOT NULL, 
	revoked_at DATETIME, 
	CONSTRAINT pk_device PRIMARY KEY (id), 
	CONSTRAINT uq_device_key_hash UNIQUE (key_hash)
);
CREATE TABLE event (
	branch VARCHAR NOT NULL, 
	sequence BIGINT NOT NULL, 
	schema_version INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	at_us BIGINT NOT NULL, 
	recorded_us BIGINT NOT NULL, 
	ticket VARCHAR NOT NULL, 
	number VARCHAR NOT NULL, 
	counter VARCHAR NOT NULL, 
	staff VARCHAR NOT NULL, 
	data TEXT NOT NULL, 
	prev_hash VARCHAR NOT NULL, 
	hash VARCHAR NOT NULL, 
	CONSTRAINT pk_event PRIMARY KEY (branch, sequence), 
	CONSTRAINT fk_event_branch_branch FOREIGN KEY(branch) REFERENCES branch (id)
);
INSERT INTO "event" VALUES('renmin',1,1,'day.opened',1795138200000000,1795138200000000,'','','','','{"day":"2026-11-20","midnight_us":1795104000000000}','','f44f46d0875dd0164569a9cf52153c804d50f2be0c5bd97e2c6cd65fc991b5ea');
INSERT INTO "event" VALUES('renmin',2,1,'counter.opened',1795138200000000,1795138200000000,'','','1','anna','{"services":["cash","account","transfer","lost","other"]}','f44f46d0875dd0164569a9cf52153c804d50f2be0c5bd97e2c6cd65fc991b5ea','01d58becdd7f676ef8a5c7eca8ea64be2b9eb6fbc954fd97d1d5e11be84e282c');
INSERT INTO "event" VALUES('renmin',3,1,'counter.opened',1795138200000000,1795138200000000,'','','4','bert','{"services":["account","wealth","lost","other"]}','01d58becdd7f676ef8a5c7eca8ea64be2b9eb6fbc954fd97d1d5e11be84e282c','48fa48875e38b883f2a6f909495901eaa2f122cf63908f6aa2782aa1fd830706');
INSERT INTO "event" VALUES('renmin',4,1,'ticket.issued',1795138200000000,1795138200000000,'2f984a74c707431ea4a6683842ed198c','A001','','','{"day":"2026-11-20","language":"zh_CN","number":"A001","ordinal":1,"people_ahead":0,"segment":"ordinary","series":"A","service":"cash"}','48fa48875e38b883f2a6f909495901eaa2f122cf63908f6aa2782aa1fd830706','0e638668e7ac868cd1bfc83e10de231889e0474a8521578ebcab8fcfc1ab2d2c');
INSERT INTO "event" VALUES('renmin',5,1,'ticket.issued',1795138260000000,1795138260000000,'d8584b9bcb6442a3bfff0298eb70edb7','P001','','','{"day":"2026-11-20","language":"zh_CN","number":"P001","ordinal":1,"people_ahead":0,"segment":"priority","series":"P","service":"cash"}','0e638668e7ac868cd1bfc83e10de231889e0474a8521578ebcab8fcfc1ab2d2c','c97add1952a72345372496b2c61049ac4c62b5f1c5faa1615f4f0c7a1dce76ff');
INSERT INTO "event" VALUES('renmin',6,1,'ticket.issued',1795138320000000,1795138320000000,'6472b73943404c71b470b5e65320ce1f','V001','','','{"day":"2026-11-20","language":"zh_CN","number":"V001","ordinal":1,"people_ahead":0,"segment":"key","series":"V","service":"wealth"}','c97add1952a72345372496b2c61049ac4c62b5f1c5faa1615f4f0c7a1dce76ff','cd3d2aab8d51076729d965d651019904879e56f47114b454e4452887c4f6c6d6');
INSERT INTO "event" VALUES('renmin',7,1,'ticket.issued',1795138380000000,1795138380000000,'92a774aa825c4942a9a2b7de87554577','A002','','','{"day":"2026-11-20","language":"zh_CN","number":"A002","ordinal":2,"people_ahead":2,"segment":"ordinary","series":"A","service":"transfer"}','cd3d2aab8d51076729d965d651019904879e56f47114b454e4452887c4f6c6d6','d767d3d168c115849c509060923bbe640de1baf8272048c5467cf214acf52b8e');
INSERT INTO "event" VALUES('renmin',8,1,'ticket.called',1795138440000000,1795138440000000,'d8584b9bcb6442a3bfff0298eb70edb7','P001','1','anna','{"counter_index":0,"passed_over":["2f984a74c707431ea4a6683842ed198c"],"policy":"growing","policy_hash":"158dd44c34a7","rule":"highest_score","score":1020000000000,"waiting":3}','d767d3d168c115849c509060923bbe640de1baf8272048c5467cf214acf52b8e','9389bbb1f77169d19cb54657556a9997e27d13860649c8a778c5092db472cd94');
INSERT INTO "event" VALUES('renmin',9,1,'ticket.called',1795138440000000,1795138440000000,'6472b73943404c71b470b5e65320ce1f','V001','4','bert','{"counter_index":3,"passed_over":[],"policy":"growing","policy_hash":"158dd44c34a7","rule":"only_one","score":480000000000,"waiting":1}','9389bbb1f77169d19cb54657556a9997e27d13860649c8a778c5092db472cd94','9c5944ef9b77aff893527d6409a91629066550f8a30bc657ea91681b7d320778');
INSERT INTO "event" VALUES('renmin',10,1,'ticket.started',1795138452000000,1795138680000000,'d8584b9bcb6442a3bfff0298eb70edb7','P001','1','anna','{"is_implied":true}','9c5944ef9b77aff893527d6409a91629066550f8a30bc657ea91681b7d320778','bea92c5f849b79648404a0dc886aca4857a7857cda21606e422bf5f0a351d9b7');
INSERT INTO "event" VALUES('renmin',11,1,'ticket.closed',1795138680000000,1795138680000000,'d8584b9bcb6442a3bfff0298eb70edb7','P001','1','anna','{"outcome":"done"}','bea92c5f849b79648404a0dc886aca4857a7857cda21606e422bf5f0a351d9b7','cd4d81adc6db727dabdf865b9b215ef47ab42e9da547aff38ef0c79bb9e53e70');
INSERT INTO "event" VALUES('renmin',12,1,'ticket.rated',1795138680000000,1795138680000000,'d8584b9bcb6442a3bfff0298eb70edb7','P001','1','anna','{"score":5}','cd4d81adc6db727dabdf865b9b215ef47ab42e9da547aff38ef0c79bb9e53e70','09e51c84493a15b0c8da43de4037d445b4e04416a06d668659dbb3480de17e22');
INSERT INTO "event" VALUES('renmin',13,1,'ticket.called',1795138680000000,1795138680000000,'2f984a74c707431ea4a6683842ed198c','A001','1','anna','{"counter_index":0,"passed_over":[],"policy":"growing","policy_hash":"158dd44c34a7","rule":"most_senior","score":480000000000,"waiting":2}','09e51c84493a15b0c8da43de4037d445b4e04416a06d668659dbb3480de17e22','53e054dc6adf7529fde75e7f3cb268577250793825c59e71dea4cc32bf1e2df2');
INSERT INTO "event" VALUES('renmin',14,1,'ticket.recalled',1795138680000000,1795138680000000,'2f984a74c707431ea4a6683842ed198c','A001','1','anna','{"attempt":1}','53e054dc6adf7529fde75e7f3cb268577250793825c59e71dea4cc32bf1e2df2','e3e83db3ee4858feb9f1bdfd6093c2a7192b7f9ca05fbe81aaee18f13ca7e6df');
INSERT INTO "event" VALUES('renmin',15,1,'ticket.no_show',1795138680000000,1795138680000000,'2f984a74c707431ea4a6683842ed198c','A001','1','anna','{"recalls":1}','e3e83db3ee4858feb9f1bdfd6093c2a7192b7f9ca05fbe81aaee18f13ca7e6df','a90e06331059d51f6034d085795323523558176e741b72619cc13c4f825b6e12');
INSERT INTO "event" VALUES('renmin',16,1,'ticket.returned',1795138740000000,1795138740000000,'2f984a74c707431ea4a6683842ed198c','A001','','','{"senior_us":1795138200000000}','a90e06331059d51f6034d085795323523558176e741b72619cc13c4f825b6e12','9590efeb851035c955daa66e0c7fc418eb03caaf88b268a56fea2076f8aaa961');
INSERT INTO "event" VALUES('renmin',17,1,'ticket.expired',1795165200000000,1795223100000000,'2f984a74c707431ea4a6683842ed198c','A001','','anna','{"state":"waiting"}','9590efeb851035c955daa66e0c7fc418eb03caaf88b268a56fea2076f8aaa961','7b4111558448564edc92205b965f538def18a1b9eaeff6a7d35fa7b858aba1db');
INSERT INTO "event" VALUES('renmin',18,1,'ticket.expired',1795165200000000,1795223100000000,'6472b73943404c71b470b5e65320ce1f','V001','4','bert','{"state":"called"}','7b4111558448564edc92205b965f538def18a1b9eaeff6a7d35fa7b858aba1db','c209adc12fc90385bb1f58d276a888eb44802fb8a3d532eb78e97ad4bdef774b');
INSERT INTO "event" VALUES('renmin',19,1,'ticket.expired',1795165200000000,1795223100000000,'92a774aa825c4942a9a2b7de87554577','A002','','','{"state":"waiting"}','c209adc12fc90385bb1f58d276a888eb44802fb8a3d532eb78e97ad4bdef774b','9ba61d7b21480d9ebaf3270160d2e2ddcbf576b17bd074992338980389d977cc');
INSERT INTO "event" VALUES('renmin',20,1,'counter.closed',1795165200000000,1795223100000000,'','','1','anna','{}','9ba61d7b21480d9ebaf3270160d2e2ddcbf576b17bd074992338980389d977cc','b5d01d5c124298680769579c6368eaf73c763010ed6892eb2502ac2e6c689850');
INSERT INTO "event" VALUES('renmin',21,1,'counter.closed',1795165200000000,1795223100000000,'','','4','bert','{}','b5d01d5c124298680769579c6368eaf73c763010ed6892eb2502ac2e6c689850','efcb216b312fd1306dfc12caf6c22d51939fecbbd76d26e5290f38a704093d27');
INSERT INTO "event" VALUES('renmin',22,1,'day.opened',1795223100000000,1795223100000000,'','','','','{"day":"2026-11-21","midnight_us":1795190400000000}','efcb216b312fd1306dfc12caf6c22d51939fecbbd76d26e5290f38a704093d27','89f06b3889f87480919572e8dee8d904616599cf2c4c46623c16f101fa5d62f7');
INSERT INTO "event" VALUES('renmin',23,1,'counter.opened',1795223100000000,1795223100000000,'','','1','anna','{"services":["cash","account","transfer","lost","other"]}','89f06b3889f87480919572e8dee8d904616599cf2c4c46623c16f101fa5d62f7','211ddd7d5bfeef4fbe30b756b52b924af2de71f5778f283aeb0e86f28026036e');
INSERT INTO "event" VALUES('renmin',24,1,'ticket.issued',1795223100000000,1795223100000000,'571d06ad6fb54cffb5845d612901db1c','A001','','','{"day":"2026-11-21","language":"zh_CN","number":"A001","ordinal":1,"people_ahead":0,"segment":"ordinary","series":"A","service":"cash"}','211ddd7d5bfeef4fbe30b756b52b924af2de71f5778f283aeb0e86f28026036e','f5c9f7acbe66299a194696661521e281bde6465c097ce01d014017e33ddc6801');
INSERT INTO "event" VALUES('renmin',25,1,'ticket.issued',1795223100000000,1795223100000000,'28a518440b1c47c1af378c20066bd8df','P001','','','{"day":"2026-11-21","language":"zh_CN","number":"P001","ordinal":1,"people_ahead":0,"segment":"priority","series":"P","service":"account"}','f5c9f7acbe66299a194696661521e281bde6465c097ce01d014017e33ddc6801','205a06b8a9c53e0486183620a76cd2921dc378c4dbcb153b603abc4d95ab16db');
CREATE TABLE phone_token (
	token_hash VARCHAR NOT NULL, 
	branch VARCHAR NOT NULL, 
	ticket VARCHAR NOT NULL, 
	CONSTRAINT pk_phone_token PRIMARY KEY (token_hash), 
	CONSTRAINT fk_phone_token_branch_branch FOREIGN KEY(branch) REFERENCES branch (id)
);
CREATE TABLE session (
	token_hash VARCHAR NOT NULL, 
	staff VARCHAR NOT NULL, 
	device VARCHAR NOT NULL, 
	counter VARCHAR NOT NULL, 
	opened_us BIGINT NOT NULL, 
	expires_us BIGINT NOT NULL, 
	CONSTRAINT pk_session PRIMARY KEY (token_hash), 
	CONSTRAINT fk_session_device_device FOREIGN KEY(device) REFERENCES device (id), 
	CONSTRAINT fk_session_staff_staff FOREIGN KEY(staff) REFERENCES staff (id)
);
CREATE TABLE staff (
	id VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	role VARCHAR NOT NULL, 
	pin_hash VARCHAR NOT NULL, 
	skills JSON, 
	wrong_pins INTEGER NOT NULL, 
	locked_until_us BIGINT NOT NULL, 
	added_at DATETIME NOT NULL, 
	CONSTRAINT pk_staff PRIMARY KEY (id)
);
CREATE TABLE ticket (
	id VARCHAR NOT NULL, 
	branch VARCHAR NOT NULL, 
	day VARCHAR NOT NULL, 
	series VARCHAR NOT NULL, 
	ordinal INTEGER NOT NULL, 
	number VARCHAR NOT NULL, 
	service VARCHAR NOT NULL, 
	segment VARCHAR NOT NULL, 
	language VARCHAR NOT NULL, 
	state VARCHAR NOT NULL, 
	arrived_us BIGINT NOT NULL, 
	issued_us BIGINT NOT NULL, 
	called_us BIGINT, 
	started_us BIGINT, 
	ended_us BIGINT, 
	counter VARCHAR NOT NULL, 
	staff VARCHAR NOT NULL, 
	recalls INTEGER NOT NULL, 
	returns INTEGER NOT NULL, 
	overtaken INTEGER NOT NULL, 
	outcome VARCHAR NOT NULL, 
	rating INTEGER, 
	CONSTRAINT pk_ticket PRIMARY KEY (id), 
	CONSTRAINT ck_ticket_state CHECK (state IN ('waiting', 'called', 'serving', 'closed', 'no_show', 'cancelled', 'expired')), 
	CONSTRAINT ck_ticket_rating CHECK (rating IS NULL OR rating BETWEEN 1 AND 5), 
	CONSTRAINT fk_ticket_branch_branch FOREIGN KEY(branch) REFERENCES branch (id), 
	CONSTRAINT uq_ticket_branch_day_series_ordinal UNIQUE (branch, day, series, ordinal)
);
INSERT INTO "ticket" VALUES('2f984a74c707431ea4a6683842ed198c','renmin','2026-11-20','A',1,'A001','cash','ordinary','zh_CN','expired',1795138200000000,1795138200000000,1795138680000000,NULL,1795165200000000,'','anna',1,1,1,'',NULL);
INSERT INTO "ticket" VALUES('d8584b9bcb6442a3bfff0298eb70edb7','renmin','2026-11-20','P',1,'P001','cash','priority','zh_CN','closed',1795138260000000,1795138260000000,1795138440000000,1795138452000000,1795138680000000,'1','anna',0,0,0,'done',5);
INSERT INTO "ticket" VALUES('6472b73943404c71b470b5e65320ce1f','renmin','2026-11-20','V',1,'V001','wealth','key','zh_CN','expired',1795138320000000,1795138320000000,1795138440000000,NULL,1795165200000000,'4','bert',0,0,0,'',NULL);
INSERT INTO "ticket" VALUES('92a774aa825c4942a9a2b7de87554577','renmin','2026-11-20','A',2,'A002','transfer','ordinary','zh_CN','expired',1795138380000000,1795138380000000,NULL,NULL,1795165200000000,'','',0,0,0,'',NULL);
INSERT INTO "ticket" VALUES('571d06ad6fb54cffb5845d612901db1c','renmin','2026-11-21','A',1,'A001','cash','ordinary','zh_CN','waiting',1795223100000000,1795223100000000,NULL,NULL,NULL,'','',0,0,0,'',NULL);
INSERT INTO "ticket" VALUES('28a518440b1c47c1af378c20066bd8df','renmin','2026-11-21','P',1,'P001','account','priority','zh_CN','waiting',1795223100000000,1795223100000000,NULL,NULL,NULL,'','',0,0,0,'',NULL);
CREATE INDEX ix_answer_made_us ON answer (made_us);
CREATE INDEX ix_event_kind ON event (kind);
CREATE INDEX ix_event_ticket ON event (ticket);
CREATE INDEX ix_phone_token_ticket ON phone_token (ticket);
COMMIT;

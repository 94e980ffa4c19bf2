-- Wake-ups of db-scheduler, one per open order: the table as its documentation has it for PostgreSQL. A row only says when somebody
-- should look; what is to be done stands in sub_order, from which lost rows are made again.
create table scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,                   -- always null: nothing of ours is ever deserialised from it
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance),
    check (task_data is null)
);
create index scheduled_tasks_due on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);

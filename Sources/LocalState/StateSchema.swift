import GRDB

/// The schema, as named steps in order. A step that was released is never edited; a change is a new step.
enum StateSchema {
    /// `LARD` in the file's header: the file is ours.
    static let applicationID: Int64 = 0x4C41_5244

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 registry") { db in
            try db.execute(sql: "PRAGMA application_id = \(applicationID)")
            try db.execute(sql: registryTables)
        }
        migrator.registerMigration("2 jobs") { db in try db.execute(sql: jobTables) }
        migrator.registerMigration("3 exports") { db in try db.execute(sql: exportTables) }
        migrator.registerMigration("4 dead letters") { db in try db.execute(sql: deadLetterTables) }
        migrator.registerMigration("5 leases and notes") { db in try db.execute(sql: leaseAndNoteTables) }
        migrator.registerMigration("6 attempts") { db in try db.execute(sql: attemptColumns) }
        migrator.registerMigration("7 measures") { db in try db.execute(sql: measureTables) }
        return migrator
    }
}

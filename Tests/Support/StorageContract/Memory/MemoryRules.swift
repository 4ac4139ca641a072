package import FeatureModel

/// How a memory store decides. Only the tests of the contract replace a rule: they need stores that decide wrongly.
package struct MemoryRules: Sendable {
    /// True when the first row is the older of two; rows of which neither is older are one row.
    package var isOlder: @Sendable (MemoryRow, MemoryRow) -> Bool = { left, right in
        left.row.eventTimestamp != right.row.eventTimestamp
            ? left.row.eventTimestamp < right.row.eventTimestamp
            : left.row.createdTimestamp < right.row.createdTimestamp
    }
    /// True when a row takes the place of one that has its times.
    package var replaces: @Sendable (_ new: MemoryRow, _ old: MemoryRow) -> Bool = { new, old in
        new.row.position >= old.row.position
    }
    /// True when a row is used as of a time.
    package var isCurrent: @Sendable (_ event: Timestamp, _ time: Timestamp) -> Bool = { $0 <= $1 }
    /// True when a row is young enough for a max age in seconds.
    package var isYoung: @Sendable (_ event: Timestamp, _ time: Timestamp, _ maxAge: Int64) -> Bool = {
        let (end, overflows) = $0.seconds.addingReportingOverflow($2)
        return overflows || Timestamp(seconds: end, nanoseconds: $0.nanoseconds) > $1
    }
    /// The table of a feature set.
    package var table: @Sendable (FeatureSetReference) -> String = { "\($0.project)/\($0.name)" }
    /// What a key is found by.
    package var key: @Sendable (EntityKey) -> MemoryKey = { MemoryKey($0) }

    package init() {}
}

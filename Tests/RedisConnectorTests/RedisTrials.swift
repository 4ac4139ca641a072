import Testing

/// Trials with much load, which would disturb each other: one after the other.
@Suite(.serialized) enum RedisTrials {}

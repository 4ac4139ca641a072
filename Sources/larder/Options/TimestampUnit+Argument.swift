public import ArgumentParser
public import Operations

extension IngestRequest.TimestampUnit: ExpressibleByArgument {}

public import ArgumentParser
public import FeatureModel

extension RowFormat: ExpressibleByArgument {}

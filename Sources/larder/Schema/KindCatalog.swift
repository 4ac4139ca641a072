import ConsoleKit
import FeatureModel
import Operations
import Themes

/// Every kind that commands print.
enum KindCatalog {
    static let all: [KindShape] = [
        Kind<OnlineValue>.value.shape, Kind<WhyAnswer>.why.shape, Kind<StoreSummary>.store.shape,
        Kind<ProjectSummary>.project.shape, Kind<FeatureSetSummary>.featureSet.shape,
        Kind<ApplyOutcome>.applyResult.shape, Kind<OrderOutcome>.orderResult.shape,
        Kind<IngestResult>.ingestResult.shape, Kind<JobSummary>.job.shape,
        Kind<IdentifiedMetrics>.jobMetrics.shape, Kind<JobEvent>.jobEvent.shape,
        Kind<Export>.export.shape, Kind<DeadLetter>.deadLetter.shape, Kind<DeadLetterGroup>.deadLetterGroup.shape,
        Kind<ConnectorSummary>.connector.shape, Kind<ThemeLibrary.Entry>.theme.shape,
        Kind<ThemeCheck.Finding>.themeFinding.shape, Kind<KeyBinding>.key.shape,
        Kind<ConfigurationPicture>.configuration.shape, Kind<ConfigurationPath>.configurationPath.shape,
        Kind<Finding>.finding.shape, Kind<ProgramVersion>.version.shape,
    ]
}

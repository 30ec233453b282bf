// In which requirement set each member of an Excel type came, read out of @types/office-js; test/protocol/apiSets.test.ts keeps it true.

/** Type → version of ExcelApi, or another set with its version → members. */
export const API_SETS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Application: {
    '1.1': 'calculate calculationMode',
    '1.6': 'suspendApiCalculationUntilNextSync',
    '1.9': 'calculationEngineVersion calculationState iterativeCalculation suspendScreenUpdatingUntilNextSync',
    '1.11': 'cultureInfo decimalSeparator thousandsSeparator useSystemSeparators',
    'ExcelApiDesktop 1.1': 'activeWindow checkSpelling enterEditingMode union windows',
  },
  AutoFilter: {
    '1.9': 'apply clearCriteria criteria enabled getRange getRangeOrNullObject isDataFiltered reapply remove',
    '1.14': 'clearColumnCriteria',
  },
  CellValueConditionalFormat: {
    '1.6': 'format rule',
  },
  Chart: {
    '1.1': 'axes dataLabels delete format height left legend name series setData setPosition title top width',
    '1.2': 'getImage worksheet',
    '1.7': 'chartType id showAllFieldButtons',
    '1.8': 'categoryLabelLevel displayBlanksAs onActivated onDeactivated plotArea plotBy plotVisibleOnly seriesNameLevel showDataLabelsOverMaximum style',
    '1.9': 'activate pivotOptions',
    '1.14': 'getDataTable getDataTableOrNullObject',
  },
  ChartAxes: {
    '1.1': 'categoryAxis seriesAxis valueAxis',
    '1.7': 'getItem',
  },
  ChartAxis: {
    '1.1': 'format majorGridlines majorUnit maximum minimum minorGridlines minorUnit title',
    '1.7': 'axisGroup baseTimeUnit categoryType customDisplayUnit displayUnit height left logBase majorTickMark majorTimeUnitScale minorTickMark minorTimeUnitScale reversePlotOrder scaleType setCategoryNames setCustomDisplayUnit showDisplayUnitLabel tickLabelPosition tickLabelSpacing tickMarkSpacing top type visible width',
    '1.8': 'alignment isBetweenCategories multiLevel numberFormat offset position positionAt setPositionAt textOrientation',
    '1.9': 'linkNumberFormat',
  },
  ChartCollection: {
    '1.1': 'add count getItem getItemAt',
    '1.4': 'getCount getItemOrNullObject',
    '1.8': 'onActivated onAdded onDeactivated onDeleted',
  },
  ChartDataLabels: {
    '1.1': 'format position separator showBubbleSize showCategoryName showLegendKey showPercentage showSeriesName showValue',
    '1.8': 'autoText horizontalAlignment numberFormat textOrientation verticalAlignment',
    '1.9': 'linkNumberFormat',
    '1.19': 'geometricShapeType leaderLines showAsStickyCallout showLeaderLines',
  },
  ChartFill: {
    '1.1': 'clear setSolidColor',
    '1.16': 'getSolidColor',
  },
  ChartGridlines: {
    '1.1': 'format visible',
  },
  ChartLegend: {
    '1.1': 'format overlay position visible',
    '1.7': 'height left legendEntries showShadow top width',
  },
  ChartSeries: {
    '1.1': 'format name points',
    '1.7': 'chartType delete doughnutHoleSize filtered gapWidth hasDataLabels markerBackgroundColor markerForegroundColor markerSize markerStyle plotOrder setBubbleSizes setValues setXAxisValues showShadow smooth trendlines',
    '1.8': 'axisGroup dataLabels explosion firstSliceAngle invertIfNegative overlap secondPlotSize splitType varyByCategories',
    '1.9': 'binOptions boxwhiskerOptions bubbleScale gradientMaximumColor gradientMaximumType gradientMaximumValue gradientMidpointColor gradientMidpointType gradientMidpointValue gradientMinimumColor gradientMinimumType gradientMinimumValue gradientStyle invertColor mapOptions parentLabelStrategy showConnectorLines showLeaderLines splitValue xErrorBars yErrorBars',
    '1.12': 'getDimensionValues',
    '1.15': 'getDimensionDataSourceString getDimensionDataSourceType',
  },
  ChartSeriesCollection: {
    '1.1': 'count getItemAt',
    '1.4': 'getCount',
    '1.7': 'add',
  },
  ChartSeriesFormat: {
    '1.1': 'fill line',
  },
  ChartTitle: {
    '1.1': 'format overlay text visible',
    '1.7': 'getSubstring height horizontalAlignment left position setFormula showShadow textOrientation top verticalAlignment width',
  },
  ConditionalFormat: {
    '1.6': 'cellValue cellValueOrNullObject colorScale colorScaleOrNullObject custom customOrNullObject dataBar dataBarOrNullObject delete getRange getRangeOrNullObject iconSet iconSetOrNullObject id preset presetOrNullObject priority stopIfTrue textComparison textComparisonOrNullObject topBottom topBottomOrNullObject type',
    '1.9': 'getRanges',
    '1.17': 'changeRuleToCellValue changeRuleToColorScale changeRuleToContainsText changeRuleToCustom changeRuleToDataBar changeRuleToIconSet changeRuleToPresetCriteria changeRuleToTopBottom setRanges',
  },
  ConditionalFormatCollection: {
    '1.6': 'add clearAll getCount getItem getItemAt',
    '1.14': 'getItemOrNullObject',
  },
  ConditionalFormatRule: {
    '1.6': 'formula formulaLocal formulaR1C1',
  },
  ConditionalRangeBorder: {
    '1.6': 'color sideIndex style',
  },
  ConditionalRangeBorderCollection: {
    '1.6': 'bottom count getItem getItemAt left right top',
  },
  ConditionalRangeFill: {
    '1.6': 'clear color',
  },
  ConditionalRangeFont: {
    '1.6': 'bold clear color italic strikethrough underline',
  },
  ConditionalRangeFormat: {
    '1.6': 'borders fill font numberFormat',
    '1.17': 'clearFormat',
  },
  CustomConditionalFormat: {
    '1.6': 'format rule',
  },
  CustomProperty: {
    '1.7': 'delete key type value',
  },
  CustomPropertyCollection: {
    '1.7': 'add deleteAll getCount getItem getItemOrNullObject',
  },
  DataValidation: {
    '1.8': 'clear errorAlert ignoreBlanks prompt rule type valid',
    '1.9': 'getInvalidCells getInvalidCellsOrNullObject',
  },
  DocumentProperties: {
    '1.7': 'author category comments company creationDate custom keywords lastAuthor manager revisionNumber subject title',
  },
  Filter: {
    '1.2': 'apply applyBottomItemsFilter applyBottomPercentFilter applyCellColorFilter applyCustomFilter applyDynamicFilter applyFontColorFilter applyIconFilter applyTopItemsFilter applyTopPercentFilter applyValuesFilter clear criteria',
  },
  FormatProtection: {
    '1.2': 'formulaHidden locked',
  },
  HeaderFooter: {
    '1.9': 'centerFooter centerHeader leftFooter leftHeader rightFooter rightHeader',
    'ExcelApiDesktop 1.1': 'centerFooterPicture centerHeaderPicture leftFooterPicture leftHeaderPicture rightFooterPicture rightHeaderPicture',
  },
  HeaderFooterGroup: {
    '1.9': 'defaultForAllPages evenPages firstPage oddPages state useSheetMargins useSheetScale',
  },
  IterativeCalculation: {
    '1.9': 'enabled maxChange maxIteration',
  },
  NamedItem: {
    '1.1': 'getRange name type value visible',
    '1.4': 'comment delete getRangeOrNullObject scope worksheet worksheetOrNullObject',
    '1.7': 'arrayValues formula',
    '1.16': 'valueAsJson valueAsJsonLocal',
  },
  NamedItemCollection: {
    '1.1': 'getItem',
    '1.4': 'add addFormulaLocal getCount getItemOrNullObject',
  },
  PageBreak: {
    '1.9': 'columnIndex delete getCellAfterBreak rowIndex',
  },
  PageBreakCollection: {
    '1.9': 'add getCount getItem removePageBreaks',
  },
  PageLayout: {
    '1.9': 'blackAndWhite bottomMargin centerHorizontally centerVertically draftMode firstPageNumber footerMargin getPrintArea getPrintAreaOrNullObject getPrintTitleColumns getPrintTitleColumnsOrNullObject getPrintTitleRows getPrintTitleRowsOrNullObject headerMargin headersFooters leftMargin orientation paperSize printComments printErrors printGridlines printHeadings printOrder rightMargin setPrintArea setPrintMargins setPrintTitleColumns setPrintTitleRows topMargin zoom',
    'ExcelApiDesktop 1.1': 'alignMarginsHeaderFooter printQuality',
  },
  Range: {
    '1.1': 'address addressLocal cellCount clear columnCount columnIndex delete format formulas formulasLocal getBoundingRect getCell getColumn getEntireColumn getEntireRow getIntersection getLastCell getLastColumn getLastRow getOffsetRange getRow getUsedRange insert numberFormat rowCount rowIndex select text valueTypes values worksheet',
    '1.2': 'columnHidden formulasR1C1 getColumnsAfter getColumnsBefore getResizedRange getRowsAbove getRowsBelow hidden merge rowHidden sort unmerge',
    '1.3': 'getVisibleView',
    '1.4': 'getIntersectionOrNullObject getUsedRangeOrNullObject',
    '1.6': 'calculate conditionalFormats',
    '1.7': 'getAbsoluteResizedRange getImage getSurroundingRegion hyperlink isEntireColumn isEntireRow numberFormatLocal showCard style',
    '1.8': 'dataValidation',
    '1.9': 'autoFill convertDataTypeToText convertToLinkedDataType copyFrom find findOrNullObject flashFill getCellProperties getColumnProperties getRowProperties getSpecialCells getSpecialCellsOrNullObject getTables linkedDataTypeState removeDuplicates replaceAll setCellProperties setColumnProperties setDirty setRowProperties',
    '1.10': 'group height hideGroupDetails left showGroupDetails top ungroup width',
    '1.11': 'moveTo',
    '1.12': 'getDirectPrecedents getPivotTables getSpillParent getSpillParentOrNullObject getSpillingToRange getSpillingToRangeOrNullObject hasSpill numberFormatCategories savedAsArray',
    '1.13': 'getDirectDependents getExtendedRange getMergedAreasOrNullObject getRangeEdge',
    '1.14': 'getPrecedents',
    '1.15': 'getDependents',
    '1.16': 'valuesAsJson valuesAsJsonLocal',
    '1.18': 'clearOrResetContents control',
    '1.19': 'getDisplayedCellProperties',
    'ExcelApiDesktop 1.1': 'checkSpelling formulaArray showDependents showPrecedents',
  },
  RangeAreas: {
    '1.9': 'address addressLocal areaCount areas calculate cellCount clear conditionalFormats convertDataTypeToText convertToLinkedDataType copyFrom dataValidation format getEntireColumn getEntireRow getIntersection getIntersectionOrNullObject getOffsetRangeAreas getSpecialCells getSpecialCellsOrNullObject getTables getUsedRangeAreas getUsedRangeAreasOrNullObject isEntireColumn isEntireRow setDirty style worksheet',
    '1.18': 'clearOrResetContents select',
  },
  RangeAreasCollection: {
    '1.12': 'getCount getItemAt',
  },
  RangeBorder: {
    '1.1': 'color sideIndex style weight',
    '1.9': 'tintAndShade',
  },
  RangeBorderCollection: {
    '1.1': 'count getItem getItemAt',
    '1.9': 'tintAndShade',
  },
  RangeCollection: {
    '1.9': 'getCount getItemAt',
  },
  RangeFill: {
    '1.1': 'clear color',
    '1.9': 'pattern patternColor patternTintAndShade tintAndShade',
  },
  RangeFont: {
    '1.1': 'bold color italic name size underline',
    '1.9': 'strikethrough subscript superscript tintAndShade',
  },
  RangeFormat: {
    '1.1': 'borders fill font horizontalAlignment verticalAlignment wrapText',
    '1.2': 'autofitColumns autofitRows columnWidth protection rowHeight',
    '1.7': 'textOrientation useStandardHeight useStandardWidth',
    '1.9': 'autoIndent indentLevel readingOrder shrinkToFit',
    '1.11': 'adjustIndent',
  },
  RangeSort: {
    '1.2': 'apply',
  },
  RangeView: {
    '1.3': 'cellAddresses columnCount formulas formulasLocal formulasR1C1 getRange index numberFormat rowCount rows text valueTypes values',
    '1.16': 'valuesAsJson valuesAsJsonLocal',
  },
  Setting: {
    '1.4': 'delete key value',
  },
  SettingCollection: {
    '1.4': 'add getCount getItem getItemOrNullObject onSettingsChanged',
  },
  Table: {
    '1.1': 'columns delete getDataBodyRange getHeaderRowRange getRange getTotalRowRange id name rows showHeaders showTotals style',
    '1.2': 'clearFilters convertToRange reapplyFilters sort worksheet',
    '1.3': 'highlightFirstColumn highlightLastColumn showBandedColumns showBandedRows showFilterButton',
    '1.7': 'onChanged onSelectionChanged',
    '1.8': 'legacyId',
    '1.9': 'autoFilter',
    '1.13': 'resize',
  },
  TableCollection: {
    '1.1': 'add count getItem getItemAt',
    '1.4': 'getCount getItemOrNullObject',
    '1.7': 'onChanged',
    '1.9': 'onAdded onDeleted',
  },
  TableColumn: {
    '1.1': 'delete getDataBodyRange getHeaderRowRange getRange getTotalRowRange id index name values',
    '1.2': 'filter',
    '1.16': 'valuesAsJson valuesAsJsonLocal',
  },
  TableColumnCollection: {
    '1.1': 'add count getItem getItemAt',
    '1.4': 'getCount getItemOrNullObject',
    '1.16': 'addAsJson',
  },
  TableRow: {
    '1.1': 'delete getRange index values',
    '1.16': 'valuesAsJson valuesAsJsonLocal',
  },
  TableRowCollection: {
    '1.1': 'add count getItemAt',
    '1.4': 'getCount',
    '1.16': 'addAsJson',
    'ExcelApiOnline 1.1': 'deleteRows deleteRowsAt',
  },
  TableSort: {
    '1.2': 'apply clear fields matchCase method reapply',
  },
  TextConditionalFormat: {
    '1.6': 'format rule',
  },
  Workbook: {
    '1.1': 'application bindings getSelectedRange names tables worksheets',
    '1.2': 'functions onSelectionChanged',
    '1.3': 'pivotTables',
    '1.4': 'settings',
    '1.5': 'customXmlParts',
    '1.7': 'dataConnections getActiveCell name properties protection styles',
    '1.8': 'readOnly',
    '1.9': 'autoSave calculationEngineVersion chartDataPointTrack getActiveChart getActiveChartOrNullObject getIsActiveCollabSession getSelectedRanges isDirty onAutoSaveSettingChanged previouslySaved usePrecisionAsDisplayed',
    '1.10': 'comments getActiveSlicer getActiveSlicerOrNullObject pivotTableStyles slicerStyles slicers tableStyles timelineStyles',
    '1.11': 'close save',
    '1.13': 'insertWorksheetsFromBase64 onActivated',
    '1.14': 'queries',
    '1.16': 'getLinkedEntityCellValue',
    '1.18': 'notes',
    '1.19': 'getActiveShape getActiveShapeOrNullObject linkedEntityDataDomains',
    'ExcelApiOnline 1.1': 'linkedWorkbooks',
    'ExcelApiDesktop 1.1': 'focus',
  },
  WorkbookCreated: {},
  WorkbookProtection: {
    '1.7': 'protect protected unprotect',
  },
  Worksheet: {
    '1.1': 'activate charts delete getCell getRange getUsedRange id name position tables visibility',
    '1.2': 'protection',
    '1.3': 'pivotTables',
    '1.4': 'getUsedRangeOrNullObject names',
    '1.5': 'getNext getNextOrNullObject getPrevious getPreviousOrNullObject',
    '1.6': 'calculate',
    '1.7': 'copy freezePanes getRangeByIndexes onActivated onChanged onDeactivated onSelectionChanged standardHeight standardWidth tabColor',
    '1.8': 'onCalculated showGridlines showHeadings',
    '1.9': 'autoFilter enableCalculation findAll findAllOrNullObject getRanges horizontalPageBreaks onFormatChanged pageLayout replaceAll shapes verticalPageBreaks',
    '1.10': 'comments onColumnSorted onRowSorted onSingleClicked showOutlineLevels slicers',
    '1.11': 'onRowHiddenChanged',
    '1.12': 'customProperties',
    '1.13': 'onFormulaChanged',
    '1.14': 'onProtectionChanged tabId',
    '1.17': 'onNameChanged onVisibilityChanged',
    '1.18': 'notes',
    '1.19': 'showDataTypeIcons',
    'ExcelApiOnline 1.1': 'namedSheetViews',
    'ExcelApiDesktop 1.1': 'checkSpelling clearArrows evaluate',
  },
  WorksheetCollection: {
    '1.1': 'add getActiveWorksheet getItem',
    '1.4': 'getCount getItemOrNullObject',
    '1.5': 'getFirst getLast',
    '1.7': 'onActivated onAdded onDeactivated onDeleted',
    '1.8': 'onCalculated',
    '1.9': 'onChanged onFormatChanged onSelectionChanged',
    '1.10': 'onColumnSorted onRowSorted onSingleClicked',
    '1.11': 'onRowHiddenChanged',
    '1.13': 'onFormulaChanged',
    '1.14': 'onProtectionChanged',
    '1.17': 'onMoved onNameChanged onVisibilityChanged',
  },
  WorksheetCustomProperty: {
    '1.12': 'delete key value',
  },
  WorksheetCustomPropertyCollection: {
    '1.12': 'add getCount getItem getItemOrNullObject',
  },
  WorksheetFreezePanes: {
    '1.7': 'freezeAt freezeColumns freezeRows getLocation getLocationOrNullObject unfreeze',
  },
  WorksheetProtection: {
    '1.2': 'options protect protected',
    '1.7': 'unprotect',
    'ExcelApiOnline 1.1': 'allowEditRanges canPauseProtection checkPassword isPasswordProtected isPaused pauseProtection resumeProtection savedOptions setPassword updateOptions',
  },
};

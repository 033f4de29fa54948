/// Well-known texts as programs write them.
enum Definitions {
  /// ArcGIS's `.prj` of Lambert-93, as IGN delivers its Shapefiles.
  static let lambert93ByESRI = """
    PROJCS["RGF_1993_Lambert_93",GEOGCS["GCS_RGF_1993",DATUM["D_RGF_1993",\
    SPHEROID["GRS_1980",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],\
    UNIT["Degree",0.0174532925199433]],PROJECTION["Lambert_Conformal_Conic"],\
    PARAMETER["False_Easting",700000.0],PARAMETER["False_Northing",6600000.0],\
    PARAMETER["Central_Meridian",3.0],PARAMETER["Standard_Parallel_1",44.0],\
    PARAMETER["Standard_Parallel_2",49.0],PARAMETER["Latitude_Of_Origin",46.5],UNIT["Meter",1.0]]
    """

  /// The `.prj` of WGS 84 by the same.
  static let wgs84ByESRI = """
    GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],\
    PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]
    """

  /// Zone CC44 as GDAL writes it in a GeoPackage.
  static let cc44ByGDAL = """
    PROJCS["RGF93 v1 / CC44",GEOGCS["RGF93 v1",DATUM["Reseau_Geodesique_Francais_1993_v1",\
    SPHEROID["GRS 1980",6378137,298.257222101]],PRIMEM["Greenwich",0],\
    UNIT["degree",0.0174532925199433]],PROJECTION["Lambert_Conformal_Conic_2SP"],\
    PARAMETER["latitude_of_origin",44],PARAMETER["central_meridian",3],\
    PARAMETER["standard_parallel_1",43.25],PARAMETER["standard_parallel_2",44.75],\
    PARAMETER["false_easting",1700000],PARAMETER["false_northing",3200000],UNIT["metre",1]]
    """

  /// A local drawing: a Lambert whose datum nobody knows.
  static let unknownDatum = """
    PROJCS["Plan de la ville",GEOGCS["Local",DATUM["Local",SPHEROID["Bessel 1841",6377397.155,\
    299.1528128]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]],\
    PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],\
    PARAMETER["central_meridian",3],PARAMETER["scale_factor",1],PARAMETER["false_easting",0],\
    PARAMETER["false_northing",0],UNIT["metre",1]]
    """
}

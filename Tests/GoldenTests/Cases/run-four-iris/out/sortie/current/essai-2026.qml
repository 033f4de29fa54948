<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" labelsEnabled="1">
  <renderer-v2 type="RuleRenderer" symbollevels="0" forceraster="0" enableorderby="0">
    <rules key="maille">
      <rule key="maille.0" label="Bénéficiaires de la complémentaire santé solidaire (%)">
        <rule key="maille.0.0" label="Secret statistique (3)" filter="coalesce(&quot;tx_c2s_st&quot;, '') = 'c'" symbol="0"/>
        <rule key="maille.0.1" label="Taux diffusés (1)" filter="coalesce(&quot;tx_c2s_st&quot;, '') = '' AND &quot;tx_c2s_t&quot; IS NOT NULL" symbol="1"/>
      </rule>
    </rules>
    <symbols>
      <symbol type="fill" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <prop k="color" v="255,255,255,255"/>
          <prop k="style" v="solid"/>
          <prop k="outline_color" v="126,126,126,255"/>
          <prop k="outline_style" v="solid"/>
          <prop k="outline_width" v="0.2"/>
          <prop k="outline_width_unit" v="MM"/>
          <prop k="joinstyle" v="bevel"/>
        </layer>
        <layer class="LinePatternFill" enabled="1" locked="0" pass="0">
          <prop k="angle" v="45"/>
          <prop k="color" v="90,90,90,255"/>
          <prop k="distance" v="1.6"/>
          <prop k="distance_unit" v="MM"/>
          <prop k="line_width" v="0.26"/>
          <prop k="line_width_unit" v="MM"/>
          <symbol type="line" name="@0@1" alpha="1" clip_to_extent="1" force_rhr="0">
            <layer class="SimpleLine" enabled="1" locked="0" pass="0">
              <prop k="line_color" v="90,90,90,255"/>
              <prop k="line_width" v="0.26"/>
              <prop k="line_width_unit" v="MM"/>
              <prop k="line_style" v="solid"/>
            </layer>
          </symbol>
        </layer>
      </symbol>
      <symbol type="fill" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <prop k="color" v="65,182,196,255"/>
          <prop k="style" v="solid"/>
          <prop k="outline_color" v="126,126,126,255"/>
          <prop k="outline_style" v="solid"/>
          <prop k="outline_width" v="0.2"/>
          <prop k="outline_width_unit" v="MM"/>
          <prop k="joinstyle" v="bevel"/>
        </layer>
      </symbol>
    </symbols>
  </renderer-v2>
  <labeling type="simple">
    <settings calloutType="simple">
      <text-style fieldName="nom_iris" isExpression="0" fontFamily="Open Sans" fontSize="7" fontSizeUnit="Point" fontWeight="50" textColor="29,36,51,255" textOpacity="1" namedStyle="Regular">
        <text-buffer bufferDraw="1" bufferSize="0.6" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="0.8" bufferJoinStyle="128"/>
      </text-style>
      <text-format wrapChar="" autoWrapLength="16" multilineAlign="1"/>
      <placement placement="1" fitInPolygonOnly="1" priority="5"/>
      <rendering drawLabels="1" obstacle="0" displayAll="0"/>
    </settings>
  </labeling>
  <aliases>
    <alias index="0" field="code_iris" name="Code de l’IRIS"/>
    <alias index="1" field="nom_iris" name="Nom de l’IRIS"/>
    <alias index="2" field="type_iris" name="Type d’IRIS (H habitat, A activité, D divers, Z commune)"/>
    <alias index="3" field="code_com" name="Code INSEE de la commune"/>
    <alias index="4" field="nom_com" name="Nom de la commune"/>
    <alias index="5" field="tx_c2s_n" name="Bénéficiaires de la complémentaire santé solidaire : nombre"/>
    <alias index="6" field="tx_c2s_d" name="Bénéficiaires de la complémentaire santé solidaire : population de référence (P22_POP, RP2022)"/>
    <alias index="7" field="tx_c2s_t" name="Bénéficiaires de la complémentaire santé solidaire (%)"/>
    <alias index="8" field="tx_c2s_bas" name="Bénéficiaires de la complémentaire santé solidaire : borne basse à 95 %"/>
    <alias index="9" field="tx_c2s_haut" name="Bénéficiaires de la complémentaire santé solidaire : borne haute à 95 %"/>
    <alias index="10" field="tx_c2s_b998" name="Bénéficiaires de la complémentaire santé solidaire : borne basse à 99,8 %"/>
    <alias index="11" field="tx_c2s_h998" name="Bénéficiaires de la complémentaire santé solidaire : borne haute à 99,8 %"/>
    <alias index="12" field="tx_c2s_comp" name="Bénéficiaires de la complémentaire santé solidaire : comparaison à la commune"/>
    <alias index="13" field="tx_c2s_meth" name="Bénéficiaires de la complémentaire santé solidaire : méthode de l’intervalle"/>
    <alias index="14" field="tx_c2s_st" name="Bénéficiaires de la complémentaire santé solidaire : statut (vide, c, n, x, m, e)"/>
    <alias index="15" field="mill_num" name="Millésime des numérateurs"/>
    <alias index="16" field="mill_den" name="Millésime des dénominateurs"/>
    <alias index="17" field="geo" name="Édition des contours"/>
    <alias index="18" field="source" name="Source à mentionner"/>
    <alias index="19" field="attrib" name="Données de référence"/>
    <alias index="20" field="version" name="Campagne"/>
  </aliases>
  <layerGeometryType>2</layerGeometryType>
</qgis>

{{- define "maru.name" -}}
{{- if contains "maru" .Release.Name }}{{ .Release.Name | trunc 30 | trimSuffix "-" }}{{ else }}{{ printf "%s-maru" .Release.Name | trunc 30 | trimSuffix "-" }}{{ end }}
{{- end }}

{{- define "maru.image" -}}
{{- $image := .Values.image -}}
{{ $image.repository }}{{ if $image.digest }}@{{ $image.digest }}{{ else }}:{{ $image.tag | default .Chart.AppVersion }}{{ end }}
{{- end }}

{{/* What finds everything of this release; a part is found by its component besides. */}}
{{- define "maru.selector" -}}
app.kubernetes.io/name: maru
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "maru.labels" -}}
{{ include "maru.selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ .Chart.Name }}-{{ .Chart.Version }}
{{- end }}

{{/* Whether a process is on the web: (dict "roles" "…"). */}}
{{- define "maru.isWeb" -}}
{{- $roles := splitList "," .roles -}}
{{- if or (has "all" $roles) (has "web" $roles) }}yes{{ end }}
{{- end }}

{{/* The most processes that there may be of one kind. */}}
{{- define "maru.most" -}}
{{- if .autoscaling }}{{ .autoscaling.max }}{{ else }}{{ .replicas }}{{ end }}
{{- end }}

{{/* The address of whoever tells the breeds, where no process on the web does so itself. */}}
{{- define "maru.recognizer" -}}
{{- $root := . -}}
{{- range $name, $process := .Values.processes }}{{ if $process }}{{ if has "recognition" (splitList "," $process.roles) }}http://{{ include "maru.name" $root }}-{{ $name }}:3000{{ end }}{{ end }}{{ end }}
{{- end }}

{{- define "maru.podSecurity" -}}
runAsNonRoot: true
runAsUser: {{ . }}
runAsGroup: {{ . }}
fsGroup: {{ . }}
fsGroupChangePolicy: OnRootMismatch
seccompProfile:
  type: RuntimeDefault
{{- end }}

{{- define "maru.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end }}

{{/* The settings that every process has. */}}
{{- define "maru.environment" -}}
- name: MARU_ORIGIN
  value: {{ .Values.origin | quote }}
{{- if .Values.postgresql.bundled }}
- name: POSTGRES_PASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ include "maru.name" . }}-postgresql
      key: password
- name: DATABASE_URL
  value: postgres://maru:$(POSTGRES_PASSWORD)@{{ include "maru.name" . }}-postgresql:5432/maru
{{- end }}
{{- if .Values.redis.bundled }}
- name: MARU_REDIS_URL
  value: redis://{{ include "maru.name" . }}-redis:6379
{{- end }}
{{- range $name, $value := .Values.settings }}
- name: {{ $name }}
  value: {{ $value | quote }}
{{- end }}
{{- end }}

{{- define "maru.environmentFrom" -}}
{{- if .Values.secretName }}
envFrom:
  - secretRef:
      name: {{ .Values.secretName }}
{{- end }}
{{- end }}
